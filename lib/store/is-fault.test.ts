import { expect, it } from "vitest";
import { isFault, isForNow, isOfConnection } from "@/lib/store/is-fault";

const answered = (code: string) => Object.assign(new Error("no"), { code, severity: "ERROR" });
const wrapped = (cause: Error) => new Error("Failed query", { cause });

it.each(["22P02", "23514", "54000", "XX000", "42P01", "P0001"])("%s is refused whoever asks when", (code) => {
  const error = wrapped(answered(code));
  expect([isFault(error), isForNow(error), isOfConnection(error)]).toEqual([true, false, false]);
});

it.each(["40001", "40P01", "53100", "55P03", "57014", "58030"])(
  "%s may go well later, on the same connection",
  (code) => {
    const error = wrapped(answered(code));
    expect([isFault(error), isForNow(error), isOfConnection(error)]).toEqual([false, true, false]);
  },
);

it.each(["08006", "57P01", "57P03", "25006", "28P01"])("%s is about the connection", (code) => {
  const error = wrapped(answered(code));
  expect([isFault(error), isForNow(error), isOfConnection(error)]).toEqual([false, true, true]);
});

it.each([
  Object.assign(new Error("write EPIPE"), { code: "EPIPE", syscall: "write" }),
  Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" }),
  new Error("Connection terminated unexpectedly"),
])("a connection that is not there is for now: %s", (error) => {
  expect([isFault(error), isForNow(error), isOfConnection(wrapped(error))]).toEqual([false, true, true]);
});

it("a mistake of ours is neither", () => {
  const error = new TypeError("undefined is not a function");
  expect([isFault(error), isForNow(error), isOfConnection(error)]).toEqual([false, false, false]);
});
