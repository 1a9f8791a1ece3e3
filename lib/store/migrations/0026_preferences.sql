-- How a person likes to see the inbox. No language, no theme and no zone chosen: the browser's is taken.
alter table people add column locale text check (locale in ('en', 'de'));
alter table people add column theme text check (theme in ('light', 'dark'));
alter table people add column single_keys boolean not null default true;
alter table people add column keep_offline boolean not null default true;
