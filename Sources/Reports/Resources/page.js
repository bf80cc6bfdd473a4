"use strict";
// The script of pages: two sliders that move the table of postures and the pictures over time.
//
// It shows words that were made when the page was written, for the two days of the sliders, and
// knows no rule. What it reads of a page is described beside what writes it, in ReplayData.swift.
// Without it the page is complete, but does not move. All days are numbers since 1970-01-01.
(() => {
  const date = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
  const days = (n) => (n === 0 ? "no days" : n === 1 ? "1 day" : `${n} days`);

  // What is known: histories of rows, each a list of changes by the day they could be known.

  const holes = /[\n\r]/g;

  // The changes of each row, in which days are written as differences, and texts only if they
  // differ from those written before.
  const readHistories = ({ texts, rows }) => {
    const open = texts.map(({ words, age = "" }) => (words + age).match(holes)?.length ?? 0);
    const readRow = (changes) => {
      let [known, from] = [0, 0];
      let cells = {};
      const readStretch = ([later, ...numbers]) => {
        const first = later === null ? 0 : from + later;
        if (later !== null) from = first;
        cells = { ...cells };
        let next = 0;
        while (next < numbers.length) {
          const place = numbers[next];
          const end = next + 1 + open[place];
          const text = texts[place];
          cells[text.column] = { text, days: numbers.slice(next + 1, end).map((n) => first + n) };
          next = end;
        }
        return { from: later === null ? -Infinity : from, cells };
      };
      return changes.map(([later, leading, trailing, ...stretches]) => {
        if (typeof later === "number") known += later;
        const day = later === null ? -Infinity : later === "all" ? Infinity : known;
        return { known: day, leading, trailing, stretches: stretches.map(readStretch) };
      });
    };
    return rows.map(readRow);
  };

  // The course of a row as known by a day: each change replaces the middle of the course before.
  const courseOf = (history, day) => {
    let course = [];
    for (const { known, leading, trailing, stretches } of history) {
      if (known > day) break;
      const tail = trailing ? course.slice(-trailing) : [];
      course = course.slice(0, leading).concat(stretches, tail);
    }
    return course;
  };

  // Words with their holes filled on a day; a day of the calendar is a piece of its own.
  const filled = (words, open, day) => {
    let next = 0;
    return words.split(/([\n\r])/).map((piece) => {
      if (piece === "\n") return { date: date(open[next++]) };
      return piece === "\r" ? days(day - open[next++]) : piece;
    });
  };
  const plain = (pieces) => pieces.map((piece) => piece.date ?? piece).join("");

  // What a cell shows on a day: its words, the mark of a level, the mark of a contest.
  const cellOn = ({ text, days }, day) => {
    const pieces = filled(text.words + (text.age ?? ""), days, day);
    return { pieces, words: plain(pieces), level: text.level ?? "", contest: text.contest ?? "" };
  };
  const isSame = (one, other) =>
    one.words === other.words && one.level === other.level && one.contest === other.contest;

  // The cells of a row on a day by their columns; null if nothing counted yet.
  const rowOn = (course, day) => {
    let found = null;
    for (const stretch of course) {
      if (stretch.from > day) break;
      found = stretch;
    }
    if (!found) return null;
    const cells = Object.entries(found.cells);
    return Object.fromEntries(cells.map(([column, cell]) => [column, cellOn(cell, day)]));
  };

  // Whether a row changed; the gap is ignored, because its age grows by itself.
  const hasChanged = (before, now) => {
    if (!before || !now) return before !== now;
    return Object.keys(now).some(
      (column) => column !== "gap" && !isSame(now[column], before[column]));
  };

  // The end of a day in a picture.
  const scale = ({ first, last, left, right }) => (day) =>
    left + (right - left) * Math.min(1, Math.max(0, (day + 1 - first) / (last + 1 - first)));

  // The parts of a course up to a day in which one value stays the same.
  const runs = (course, lastDay, read) => {
    const found = [];
    course.forEach((stretch, place) => {
      if (stretch.from > lastDay) return;
      const end = place + 1 < course.length ? course[place + 1].from - 1 : lastDay;
      const to = Math.min(end, lastDay);
      const { value, words } = read(stretch);
      const before = found.at(-1);
      if (before && before.value === value) before.to = to;
      else found.push({ from: stretch.from, to, value, words });
    });
    return found;
  };
  const levelOf = (column) => ({ from, cells }) => {
    const { words, level } = cellOn(cells[column], from);
    return { value: level, words };
  };
  const gapOf = ({ from, cells: { gap } }) =>
    ({ value: gap.text.gap ?? 0, words: plain(filled(gap.text.words, gap.days, from)) });

  // The nearest of some days in a direction, 1 or -1, that is before the end; else the end.
  const nextStop = (stops, day, direction, end) => stops
    .filter((stop) => direction * (stop - day) > 0 && direction * (end - stop) > 0)
    .reduce((a, b) => (direction * (b - a) < 0 ? b : a), end);

  // Node runs the tests of the code above; a browser continues.
  if (typeof module !== "undefined") {
    module.exports = {
      cellOn, courseOf, filled, gapOf, hasChanged, levelOf, nextStop, plain, readHistories, rowOn,
      runs, scale,
    };
    return;
  }

  const panel = document.querySelector(".replay");
  const source = document.getElementById("replay-data");
  if (!panel || !source) return;
  const data = JSON.parse(source.textContent);
  const histories = readHistories(data);
  const part = (name) => panel.querySelector(`#replay-${name}`);
  const [asOf, knownBy, together, play, news] =
    ["as-of", "known-by", "together", "play", "news"].map(part);
  const rows = [...panel.querySelectorAll("tbody tr")];
  const [lastDay, lastKnown] = [+asOf.max, +knownBy.max];
  const lastKnownWords = knownBy.getAttribute("aria-valuetext");
  const known = () => (together.checked ? Math.min(+asOf.value, lastKnown) : +knownBy.value);

  let last = { day: NaN, courses: [] };
  const courses = (day) => {
    if (last.day !== day) {
      const end = day === lastKnown && data.knowsAll ? Infinity : day;
      last = { day, courses: histories.map((history) => courseOf(history, end)) };
    }
    return last.courses;
  };

  // The table

  const timeElement = (words) => {
    const time = document.createElement("time");
    time.textContent = words;
    return time;
  };
  const cellOf = (row, column) => row.querySelector(`[data-cell="${column}"]`);
  const showCell = (place, { pieces, level, contest }) => {
    place.querySelector("bdi, span").replaceChildren(
      ...pieces.map((piece) => (piece.date ? timeElement(piece.date) : piece)));
    const mark = place.querySelector(".level");
    if (mark) {
      mark.dataset.level = level;
      mark.textContent = level && data.levels[level];
    }
    const contested = place.querySelector(".contested");
    if (contested) contested.textContent = contest;
  };
  const showRow = (row, before, now) => {
    row.hidden = !now;
    for (const [column, cell] of Object.entries(now ?? {})) {
      if (!before || !isSame(before[column], cell)) showCell(cellOf(row, column), cell);
    }
  };
  const story = (row, before, now) =>
    `${(now ?? before).name.words} (${cellOf(row, "market").textContent}): ` +
    (now ? `${now.does.words}; ${now.says.words}` : "nothing on record");

  // The pictures: the line at the two days with the veil over what comes after it, the strips of
  // companies by what was published, and the marks of what was not. At the page's own two days
  // everything is again as written.

  const axis = (part) => {
    const { first, last, left, right } = part.closest("svg").querySelector(".clocks").dataset;
    return { first: +first, last: +last, left: +left, right: +right };
  };

  // The line is at the end of a day; what was drawn after the day of the page stays pale, and
  // what is now after the line comes under the veil.
  const lineOf = (group) => {
    const { first, last, left, right } = axis(group);
    const end = scale({ first, last, left, right });
    const [veil, limit, line, label, later] = group.children;
    const [band] = group.closest("svg").getElementsByClassName("band");
    const own = end(lastDay);
    const cover = (area, from, to) => {
      area.setAttribute("x", from);
      area.setAttribute("width", to - from);
    };
    const lineAt = (x) => line.getAttribute("d")
      .replace(/([ML])[\d.-]+/g, (_, letter) => letter + x);
    const isRoom = (words, room) => words.getComputedTextLength() < room;
    return (day, by) => {
      const x = end(day);
      cover(veil, x, own);
      cover(band, x, right);
      line.setAttribute("d", lineAt(x));
      limit.setAttribute("d", by < day && by >= first ? lineAt(end(by)) : "");
      const isAll = by === lastKnown && data.knowsAll;
      label.textContent = `as of ${date(day)}${isAll ? "" : `, known by ${date(by)}`}`;
      const isBefore = isRoom(label, x - 4 - left);
      label.setAttribute("text-anchor", isBefore ? "end" : "start");
      label.setAttribute("x", isBefore ? x - 4 : x + 4);
      later.setAttribute("x", x + 6);
      later.textContent = isBefore ? group.dataset.later : "";
      if (!isRoom(later, right - x - 6)) later.textContent = "";
    };
  };

  const shape = (name, attributes, words = "") => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = words;
    return made;
  };
  const hatching = (x, y, width, height, isFalling) => {
    let path = "";
    for (let start = x - height; start < x + width; start += 5) {
      const ends = [Math.max(x, start), Math.min(x + width, start + height)];
      const [from, to] = ends.map((end) =>
        `${end} ${isFalling ? y + end - start : y + height - end + start}`);
      path += `M${from}L${to}`;
    }
    return shape("path", { d: path, class: "gaphatch" });
  };

  // A strip is drawn again if the second slider is elsewhere than the page: a part for each level
  // that was known then.
  const stripOf = (group) => {
    const [top, lane, gap] = ["top", "lane", "gap"].map((name) => +group.dataset[name]);
    const end = scale(axis(group));
    const index = rows.findIndex((row) => row.dataset.strip === group.dataset.strip);
    const own = [...group.childNodes];
    const laneAt = (y) => ({ from, to, value: level, words }) => {
      const [x, width] = [end(from - 1), end(to) - end(from - 1)];
      const drawn = shape("g", {});
      drawn.append(shape("title", {}, words),
        shape("rect", { x, y, width, height: lane, class: `edge ${level || "hollow dash"}` }));
      if (lane < 20) return drawn;
      const label = shape("text", {
        x: x + 5, y: y + lane / 2 + 4, class: `quiet ${level ? `on-${level}` : "soft"}`,
      }, words);
      drawn.append(label);
      group.append(drawn);
      if (label.getComputedTextLength() > width - 8) label.remove();
      return drawn;
    };
    const gapPart = ({ from, to, value, words }) => {
      if (!value) return [];
      const [x, y, width] = [end(from - 1), top + lane, end(to) - end(from - 1)];
      const drawn = shape("g", {});
      drawn.append(shape("title", {}, words),
        shape("rect", { x, y, width, height: gap, class: "gap" }),
        hatching(x, y, width, gap, value < 0));
      return [drawn];
    };
    return (by) => {
      group.replaceChildren();
      if (by === lastKnown) {
        group.append(...own);
        return;
      }
      const parts = (read) => runs(courses(by)[index] ?? [], lastDay, read);
      group.append(...parts(gapOf).flatMap(gapPart),
        ...parts(levelOf("says")).map(laneAt(top)),
        ...parts(levelOf("does")).map(laneAt(top + lane + gap)));
    };
  };

  const lines = [...document.querySelectorAll(".picture .clocks")].map(lineOf);
  const strips = [...document.querySelectorAll(".picture [data-strip]")].map(stripOf);
  const marks = [...document.querySelectorAll(".picture [data-known]:not(.later)")];
  const notes = [...document.querySelectorAll("figcaption[data-moves]")];
  let drawnBy = lastKnown;
  // Very many strips follow the slider some at a time, so that it never waits for them.
  const redraw = (by, from = 0) => {
    if (from === 0) drawnBy = by;
    if (by !== drawnBy) return;
    const rest = from + 100;
    for (const draw of strips.slice(from, rest)) draw(by);
    if (rest < strips.length) requestAnimationFrame(() => redraw(by, rest));
  };
  const isLater = (known, by) => (known === "all" ? by !== lastKnown : +known > by);
  const showPictures = (day, by) => {
    for (const move of lines) move(day, by);
    if (by !== drawnBy) redraw(by);
    for (const mark of marks) mark.classList.toggle("later", isLater(mark.dataset.known, by));
    for (const note of notes) {
      note.hidden = by === lastKnown && (day === lastDay || note.dataset.moves === "day");
    }
  };

  // The sliders

  let shown = courses(known()).map((course) => rowOn(course, +asOf.value));
  const show = () => {
    const day = +asOf.value;
    const by = known() === lastKnown ? lastKnownWords : date(known());
    const now = courses(known()).map((course) => rowOn(course, day));
    const changed = [];
    rows.forEach((row, index) => {
      const before = shown[index];
      const isNew = hasChanged(before, now[index]);
      row.classList.toggle("changed", isNew);
      if (isNew) changed.push(story(row, before, now[index]));
      showRow(row, before, now[index]);
    });
    shown = now;
    showPictures(day, known());
    asOf.setAttribute("aria-valuetext", date(day));
    knownBy.setAttribute("aria-valuetext", by);
    part("as-of-day").textContent = date(day);
    part("known-by-day").textContent = by;
    part("as-of-date").value = date(day);
    part("known-by-date").value = date(known());
    part("caption").textContent = `As of ${date(day)}, as known by ${by}`;
    const some = changed.slice(0, 4).join("; ");
    const more = changed.length > 4 ? `; and ${changed.length - 4} more` : "";
    news.textContent = `As of ${date(day)}, as known by ${by}: ` +
      (changed.length ? `${changed.length} changed. ${some}${more}.` : "nothing changed.");
    tell();
  };

  // The next day on which something changed, or could first be known.
  const step = (direction) => {
    const stops = courses(known()).flatMap((course) => course.map(({ from }) => from));
    if (together.checked) {
      stops.push(...histories.flatMap((history) => history.map(({ known }) => known)));
    }
    const end = direction > 0 ? asOf.max : asOf.min;
    asOf.value = nextStop(stops, +asOf.value, direction, +end);
    show();
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let timer = null;
  const pause = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
  };
  const start = () => {
    if (asOf.value === asOf.max) asOf.value = asOf.min;
    play.textContent = "Pause";
    timer = setInterval(() => {
      step(1);
      if (asOf.value === asOf.max) pause();
    }, calm ? 2500 : 1000);
  };

  // What follows the sliders by other means, as on a site, hears the two days.
  const tell = () => panel.dispatchEvent(new CustomEvent("replayed", {
    detail: {
      to: date(+asOf.value),
      knownBy: known() === lastKnown && data.knowsAll ? null : date(known()),
    },
  }));
  const typed = (slider, field) => {
    field.addEventListener("change", () => {
      const day = Date.parse(field.value) / 86400000;
      if (Number.isInteger(day)) slider.value = day;
      show();
    });
  };

  typed(asOf, part("as-of-date"));
  typed(knownBy, part("known-by-date"));
  asOf.addEventListener("input", show);
  knownBy.addEventListener("input", show);
  together.addEventListener("change", () => {
    knownBy.disabled = together.checked;
    part("known-by-date").disabled = together.checked;
    show();
  });
  play.addEventListener("click", () => (timer === null ? start() : pause()));
  part("back").addEventListener("click", () => { pause(); step(-1); });
  part("forward").addEventListener("click", () => { pause(); step(1); });
  part("controls").hidden = false;
})();
