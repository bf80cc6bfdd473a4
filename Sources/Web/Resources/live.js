"use strict";
// Says on a page that the log has grown since.
//
// It requests only the stream of events and changes only one line; the page works without it.
(() => {
  const line = document.getElementById("live");
  if (!line || !window.EventSource) return;
  const source = new EventSource(`/live?after=${line.dataset.head}`);
  let count = 0;
  source.addEventListener("recorded", () => {
    count += 1;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent =
      `${count} new ${count === 1 ? "event" : "events"} recorded since; reload the page`;
    line.replaceChildren(link);
  });
})();
