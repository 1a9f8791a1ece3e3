/** What a file system says, in words. */
const problems = {
  EACCES: "cannot be written to by this account.",
  EPERM: "cannot be written to by this account.",
  EROFS: "lies on a disk that is read-only.",
  ENOSPC: "lies on a disk that has no room left.",
  EDQUOT: "lies on a disk that has no room left for this account.",
  ENOTDIR: "cannot be made: a part of that path is a file.",
  EEXIST: "is a file.",
  ENOENT: "cannot be made there.",
  ENAMETOOLONG: "cannot be made: that path is too long.",
};

/** The end of a sentence that begins with a folder; null for what no file system says. */
export function problemOfFolder(code) {
  return problems[code] ?? null;
}

/** Whether a tool of ours gave up for want of room; they speak English. */
export function isDiskFull(output) {
  return /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(output);
}
