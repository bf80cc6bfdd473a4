"use strict";
// What page.js makes of a replay's data, apart from the browser. Run by ./run.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const page = require("../../../Sources/Reports/Resources/page.js");

// 2022-03-11, 2022-05-05 and 2022-05-06 as days since 1970-01-01.
const [march, fifth, sixth] = [19062, 19117, 19118];

const texts = [
  { column: "name", words: "Acme" },
  { column: "says", words: "said that it carries on, \n", level: "operating" },
  { column: "does", words: "operating, since \n", level: "operating" },
  { column: "basis", words: "declared, B2; latest evidence \n", contest: "contested" },
  { column: "gap", words: "0: no gap" },
  { column: "does", words: "suspended, since \n", level: "suspended" },
  { column: "basis", words: "reported, B2; latest evidence \n" },
  { column: "gap", words: "−3: does more than it says", age: ", for up to \r", gap: -3 },
];
const carriesOn = [march, 0, 1, 0, 2, 0, 3, 0, 4];
// A row that carried on, as known from 11 March; as known from 6 May it stopped on 16 March.
const row = [
  [march, 0, 0, carriesOn],
  [sixth - march, 1, 0, [5, 5, 0, 6, sixth - march - 5, 7, -5]],
];
const [history] = page.readHistories({ texts, rows: [row] });
const shown = (day, known) => page.rowOn(page.courseOf(history, known), day);
const words = (cells) => Object.values(cells).map((cell) => cell.words);

test("what has no known beginning is there on every day, and needs no day to be known", () => {
  const [open] = page.readHistories({ texts, rows: [[[null, 0, 0, [null, 0]], ["all", 0, 0]]] });
  assert.deepEqual(open.map(({ known }) => known), [-Infinity, Infinity]);
  assert.deepEqual(page.courseOf(open, -99999).map(({ from }) => from), [-Infinity]);
  assert.deepEqual(page.courseOf(open, Infinity), []);
});

test("nothing is shown before anything counted or was known", () => {
  assert.equal(shown(march - 1, sixth), null);
  assert.equal(shown(sixth, march - 1), null);
});

test("a row says what was known by the day of the second slider", () => {
  assert.deepEqual(words(shown(fifth, fifth)), [
    "Acme", "said that it carries on, 2022-03-11", "operating, since 2022-03-11",
    "declared, B2; latest evidence 2022-03-11", "0: no gap",
  ]);
  assert.deepEqual(words(shown(sixth, sixth)), [
    "Acme", "said that it carries on, 2022-03-11", "suspended, since 2022-03-16",
    "reported, B2; latest evidence 2022-05-06", "−3: does more than it says, for up to 56 days",
  ]);
});

test("what a day brings is known on that day, and ages count from their day", () => {
  assert.equal(shown(march + 5, sixth).gap.words, "−3: does more than it says, for up to 5 days");
  assert.equal(shown(march + 4, sixth).gap.words, "0: no gap");
  const [aged] = page.readHistories({ texts, rows: [[[0, 0, 0, [march, 7, 0]]]] });
  const age = (day) => page.rowOn(page.courseOf(aged, day), day).gap.words.split("up to ")[1];
  assert.deepEqual([0, 1, 2].map((n) => age(march + n)), ["no days", "1 day", "2 days"]);
});

test("levels and contests come as data", () => {
  const cells = shown(fifth, fifth);
  assert.deepEqual([cells.says.level, cells.does.level, cells.gap.level],
    ["operating", "operating", ""]);
  assert.equal(cells.basis.contest, "contested");
  assert.equal(shown(sixth, sixth).basis.contest, "");
});

test("days of the calendar are pieces of their own, words that look like days are not", () => {
  assert.deepEqual(page.filled("since \n, 2022-05-05?", [march], sixth),
    ["since ", { date: "2022-03-11" }, ", 2022-05-05?"]);
});

test("a change of knowledge replaces the middle of a course", () => {
  const stretch = (from) => ({ from, cells: {} });
  const changes = [
    { known: 1, leading: 0, trailing: 0, stretches: [1, 2, 3].map(stretch) },
    { known: 2, leading: 1, trailing: 1, stretches: [5, 6].map(stretch) },
    { known: 3, leading: 3, trailing: 0, stretches: [] },
  ];
  const days = (known) => page.courseOf(changes, known).map(({ from }) => from);
  assert.deepEqual([0, 1, 2, 3].map(days), [[], [1, 2, 3], [1, 5, 6, 3], [1, 5, 6]]);
});

test("a row has changed if it comes, goes, or has other words, levels or contests", () => {
  const [before, after] = [shown(fifth, fifth), shown(sixth, sixth)];
  assert.equal(page.hasChanged(null, null), false);
  assert.equal(page.hasChanged(null, before), true);
  assert.equal(page.hasChanged(before, null), true);
  assert.equal(page.hasChanged(before, after), true);
  const uncontested = { ...before, basis: { ...before.basis, contest: "" } };
  assert.equal(page.hasChanged(before, uncontested), true);
});

test("a gap that only grows older is not a change", () => {
  const [one, other] = [shown(march + 6, sixth), shown(march + 7, sixth)];
  assert.notEqual(one.gap.words, other.gap.words);
  assert.equal(page.hasChanged(one, other), false);
});

test("a lane has a run for each level, a gap one for each number, none after the last day", () => {
  const course = page.courseOf(history, sixth);
  assert.deepEqual(page.runs(course, sixth, page.levelOf("does")), [
    { from: march, to: march + 4, value: "operating", words: "operating, since 2022-03-11" },
    { from: march + 5, to: sixth, value: "suspended", words: "suspended, since 2022-03-16" },
  ]);
  assert.deepEqual(page.runs(course, sixth, page.levelOf("says")), [
    { from: march, to: sixth, value: "operating", words: "said that it carries on, 2022-03-11" },
  ]);
  assert.deepEqual(page.runs(course, sixth, page.gapOf), [
    { from: march, to: march + 4, value: 0, words: "0: no gap" },
    { from: march + 5, to: sixth, value: -3, words: "−3: does more than it says" },
  ]);
  assert.deepEqual(page.runs(course, march + 4, page.gapOf).length, 1);
});

test("a day ends on the axis, and days beyond it at its ends", () => {
  const end = page.scale({ first: 10, last: 19, left: 100, right: 200 });
  assert.deepEqual([8, 9, 10, 14, 19, 20].map(end), [100, 100, 110, 150, 200, 200]);
});

test("a step goes to the nearest stop in its direction, else to the end", () => {
  const stops = [12, 3, 7, 30, 9];
  assert.equal(page.nextStop(stops, 7, 1, 20), 9);
  assert.equal(page.nextStop(stops, 7, -1, 1), 3);
  assert.equal(page.nextStop(stops, 12, 1, 20), 20);
  assert.equal(page.nextStop(stops, 3, -1, 1), 1);
});
