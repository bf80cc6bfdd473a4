import Stances

extension ReplayScript {
  /// The part of the script that moves the pictures: the line at the two days with the veil over
  /// what lies behind it, the strips of companies by what was published, and the marks of what was
  /// not.
  ///
  /// Where things stand comes from the attributes that ``TimeFrame``, the strips and the marks
  /// write; at the page's own two days all is again as it was written.
  static let pictures = """
      // Where a day ends in a picture.
      const axis = (part) => {
        const clocks = part.closest("svg").querySelector(".clocks");
        const [first, last, left, right] =
          ["first", "last", "left", "right"].map((name) => +clocks.dataset[name]);
        const end = (day) => left + (right - left) *
          Math.min(1, Math.max(0, (day + 1 - first) / (last + 1 - first)));
        return { first, left, right, end };
      };

    \(line)

    \(strips)

      const lines = [...document.querySelectorAll(".picture .clocks")].map(moved);
      const redrawn = [...document.querySelectorAll(".picture [data-strip]")].map(strip);
      const marks = [...document.querySelectorAll(".picture [data-known]:not(.later)")];
      const notes = [...document.querySelectorAll("figcaption[data-moves]")];
      // Very many strips follow the slider some at a time, so that it never waits for them.
      const redraw = (by, from = 0) => {
        if (from === 0) drawnBy = by;
        if (by !== drawnBy) return;
        const rest = from + 100;
        for (const draw of redrawn.slice(from, rest)) draw(by);
        if (rest < redrawn.length) requestAnimationFrame(() => redraw(by, rest));
      };
      const showPictures = (day, by) => {
        for (const move of lines) move(day, by);
        if (by !== drawnBy) redraw(by);
        for (const mark of marks) mark.classList.toggle("later", +mark.dataset.known > by);
        for (const note of notes) {
          note.hidden = by === lastKnown && (day === lastDay || note.dataset.moves === "day");
        }
      };
    """

  /// The line stands at the end of a day; what was drawn behind the day of the page stays pale, and
  /// what is now behind the line comes under the veil.
  private static let line = """
      const moved = (group) => {
        const { first, left, right, end } = axis(group);
        const [veil, limit, line, label, later] = group.children;
        const [band] = group.closest("svg").getElementsByClassName("band");
        const own = end(lastDay);
        const cover = (area, from, to) => {
          area.setAttribute("x", from);
          area.setAttribute("width", to - from);
        };
        const lineAt = (x) => line.getAttribute("d")
          .replace(/([ML])[\\d.-]+/g, (_, letter) => letter + x);
        const isRoom = (words, room) => words.getComputedTextLength() < room;
        return (day, by) => {
          const x = end(day);
          cover(veil, x, own);
          cover(band, x, right);
          line.setAttribute("d", lineAt(x));
          limit.setAttribute("d", by < day && by >= first ? lineAt(end(by)) : "");
          label.textContent = `as of ${date(day)}` +
            (by === lastKnown && lastKnownWords !== date(by) ? "" : `, known by ${date(by)}`);
          const isBefore = isRoom(label, x - 4 - left);
          label.setAttribute("text-anchor", isBefore ? "end" : "start");
          label.setAttribute("x", isBefore ? x - 4 : x + 4);
          later.setAttribute("x", x + 6);
          later.textContent = isBefore ? group.dataset.later : "";
          if (!isRoom(later, right - x - 6)) later.textContent = "";
        };
      };
    """

  /// A strip is drawn anew where the second slider stands elsewhere than the page: a part for each
  /// level that was known then, from the words and levels of the table's data.
  private static let strips = """
      let drawnBy = lastKnown;
      const levels = { \(levels) };
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
      // Stretches one after the other in which one thing stays the same.
      const runs = (stretches, read) => {
        const found = [];
        stretches.forEach((stretch, place) => {
          const to = place + 1 < stretches.length ? stretches[place + 1][0] - 1 : lastDay;
          if (stretch[0] > lastDay) return;
          const { value, words } = read(stretch);
          const before = found[found.length - 1];
          if (before && before.value === value) before.to = Math.min(to, lastDay);
          else found.push({ from: stretch[0], to: Math.min(to, lastDay), value, words });
        });
        return found;
      };
      const strip = (group) => {
        const [top, lane, gap] = ["top", "lane", "gap"].map((name) => +group.dataset[name]);
        const { end } = axis(group);
        const index = rows.findIndex((row) => row.dataset.strip === group.dataset.strip);
        const own = [...group.childNodes];
        const laneAt = (y) => ({ from, to, value, words }) => {
          const [x, width] = [end(from - 1), end(to) - end(from - 1)];
          const level = levels[value];
          const part = shape("g", {});
          part.append(shape("title", {}, words),
            shape("rect", { x, y, width, height: lane, class: `edge ${level || "hollow dash"}` }));
          if (lane < 20) return part;
          const label = shape("text", { x: x + 5, y: y + lane / 2 + 4,
            class: `quiet ${level ? "on-" + level : "soft"}` }, words);
          part.append(label);
          group.append(part);
          if (label.getComputedTextLength() > width - 8) label.remove();
          return part;
        };
        const gapPart = ({ from, to, value, words }) => {
          if (!value) return [];
          const [x, y, width] = [end(from - 1), top + lane, end(to) - end(from - 1)];
          const part = shape("g", {});
          part.append(shape("title", {}, words),
            shape("rect", { x, y, width, height: gap, class: "gap" }),
            hatching(x, y, width, gap, value < 0));
          return [part];
        };
        const cell = (mark, text) => (stretch) => {
          const found = cells(stretch, stretch[0]);
          return { value: found[mark], words: found[text] };
        };
        // The words of the gap begin with its number, where there is one, and may end in its age.
        const gapOf = (stretch) => {
          const [words] = cells(stretch, stretch[0]).pop().split(", for ");
          return { value: parseInt(words.replace("−", "-"), 10) || 0, words };
        };
        return (by) => {
          group.replaceChildren();
          if (by === lastKnown) return group.append(...own);
          const stretches = courses(by)[index] || [];
          group.append(...runs(stretches, gapOf).flatMap(gapPart),
            ...runs(stretches, cell(1, 2)).map(laneAt(top)),
            ...runs(stretches, cell(3, 4)).map(laneAt(top + lane + gap)));
        };
      };
    """

  /// The classes of the levels by their numbers as the table has them.
  private static let levels = Level.allCases.map { "\"\($0.depth.withMinus)\": \"\($0.term)\"" }
    .joined(separator: ", ")
}
