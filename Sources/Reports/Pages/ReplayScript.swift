/// The one script of pages: the two sliders of a replay.
///
/// They move the table and, in each picture over time, the line of the clocks (see ``TimeFrame``).
/// It shows words that were made when the page was written (see ``ReplayData``): for the two days
/// of the sliders it looks up which of them hold. Without it the page is whole, but stands still.
package enum ReplayScript {
  /// The script as it is served.
  package static let text = """
    "use strict";
    (() => {
      const panel = document.querySelector(".replay");
      const source = document.getElementById("replay-data");
      if (!panel || !source) return;
      const data = JSON.parse(source.textContent);
      const part = (name) => panel.querySelector("#replay-" + name);
      const [asOf, knownBy, together, play, news] =
        ["as-of", "known-by", "together", "play", "news"].map(part);
      const rows = [...panel.querySelectorAll("tbody tr")];
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      let timer = null;
      let shown = null;

      const date = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
      const days = (n) => n === 0 ? "no days" : n === 1 ? "1 day" : n + " days";
      const known = () => together.checked
        ? Math.min(+asOf.value, +knownBy.max) : +knownBy.value;
      const [lastDay, lastKnown] = [+asOf.max, +knownBy.max];
      const lastKnownWords = knownBy.getAttribute("aria-valuetext");
      const knownWords = () => known() === lastKnown ? lastKnownWords : date(known());

      // Days are written as differences, and texts where they differ from those written before.
      const holes = data.texts.map(([, words]) => (words.match(/[\\n\\r]/g) || []).length);
      const read = (frames) => {
        let [known, from] = [0, 0];
        const texts = [];
        return frames.map(([later, leading, trailing, ...stretches]) => {
          known += later;
          const changed = stretches.map((stretch) => {
            from += stretch[0];
            let next = 1;
            while (next < stretch.length) {
              const place = stretch[next];
              const end = next + 1 + holes[place];
              const open = stretch.slice(next + 1, end).map((day) => from + day);
              texts[data.texts[place][0]] = [data.texts[place][1], open];
              next = end;
            }
            return [from, ...texts];
          });
          return [known, leading, trailing, changed];
        });
      };
      const histories = data.rows.map(read);

      // Each frame replaces the middle of the course that was known before it.
      const course = (frames, day) => {
        let stretches = [];
        for (const [from, leading, trailing, changed] of frames) {
          if (from > day) break;
          const tail = trailing ? stretches.slice(-trailing) : [];
          stretches = stretches.slice(0, leading).concat(changed, tail);
        }
        return stretches;
      };
      let last = { day: NaN, courses: [] };
      const courses = (day) => {
        if (last.day !== day) {
          last = { day, courses: histories.map((frames) => course(frames, day)) };
        }
        return last.courses;
      };

      // Dates stay on one line.
      const dated = (text) => text.split(/(\\d{4}-\\d\\d-\\d\\d)/).map((piece, index) => {
        if (index % 2 === 0) return piece;
        const time = document.createElement("time");
        time.textContent = piece;
        return time;
      });

      // The cells of a stretch in words, on a day.
      const cells = (stretch, day) => stretch.slice(1).map(([text, open]) => {
        let next = 0;
        return text.replace(/[\\n\\r]/g, (hole) =>
          hole === "\\n" ? date(open[next++]) : days(day - open[next++]));
      }).join("\\t").split("\\t");

      // The cells of a row; null where nothing counted yet.
      const words = (stretches, day) => {
        let found = null;
        for (const stretch of stretches) {
          if (stretch[0] > day) break;
          found = stretch;
        }
        return found && cells(found, day);
      };

      const showRow = (row, before, cells) => {
        row.hidden = !cells;
        if (!cells) return;
        row.querySelectorAll("bdi, b, span").forEach((cell, index) => {
          if (before && before[index] === cells[index]) return;
          cell.replaceChildren(...dated(cells[index]));
          if (cell.dataset.depth !== undefined) cell.dataset.depth = cells[index];
        });
      };
      const story = (row, before, cells) =>
        `${(cells || before)[0]} (${row.cells[1].textContent}): ` +
        (cells ? `${cells[4]}; ${cells[2]}` : "nothing on record");

    \(pictures)

      const show = () => {
        const day = +asOf.value;
        const by = knownWords();
        const now = courses(known()).map((stretches) => words(stretches, day));
        const changed = [];
        rows.forEach((row, index) => {
          const before = shown && shown[index];
          // Ages grow by themselves: only the cells before the gap tell of a change.
          const said = (cells) => cells ? cells.slice(0, -1).join("|") : "";
          const isNew = shown !== null && said(before) !== said(now[index]);
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
        part("caption").textContent = `As of ${date(day)}, as known by ${by}`;
        const some = changed.slice(0, 4).join("; ");
        const more = changed.length > 4 ? `; and ${changed.length - 4} more` : "";
        news.textContent = `As of ${date(day)}, as known by ${by}: ` +
          (changed.length ? `${changed.length} changed. ${some}${more}.` : "nothing changed.");
      };

      // The next day on which something changed, or could first be known.
      const step = (direction) => {
        const day = +asOf.value;
        const stops = courses(known()).flatMap((stretches) => stretches.map((s) => s[0]));
        if (together.checked) {
          stops.push(...histories.flatMap((frames) => frames.map((frame) => frame[0])));
        }
        const ahead = stops.filter((stop) => direction * (stop - day) > 0 &&
          stop >= +asOf.min && stop <= +asOf.max);
        const end = direction > 0 ? +asOf.max : +asOf.min;
        asOf.value = ahead.reduce((a, b) => direction * (b - a) < 0 ? b : a, end);
        show();
      };
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

      asOf.addEventListener("input", show);
      knownBy.addEventListener("input", show);
      together.addEventListener("change", () => {
        knownBy.disabled = together.checked;
        show();
      });
      play.addEventListener("click", () => timer === null ? start() : pause());
      part("back").addEventListener("click", () => { pause(); step(-1); });
      part("forward").addEventListener("click", () => { pause(); step(1); });
      part("controls").hidden = false;
      shown = courses(known()).map((stretches) => words(stretches, +asOf.value));
    })();
    """

  /// The script within a page.
  static let markup = Markup(stringLiteral: text)
}
