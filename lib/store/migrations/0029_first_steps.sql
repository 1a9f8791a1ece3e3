-- Whether a person still wants to be led through the first steps. That they are done is never kept: it is looked up.
alter table people add column first_steps boolean not null default true;
