/// The script that tells readers of a page that the log has grown.
///
/// It asks for nothing but the stream and changes nothing but one line; without it the page is
/// whole.
enum LiveScript {
  static let text = #"""
    "use strict";
    (() => {
      const line = document.getElementById("live");
      if (!line || !window.EventSource) { return; }
      const source = new EventSource("/live?after=" + line.dataset.head);
      let count = 0;
      source.addEventListener("recorded", () => {
        count += 1;
        line.textContent = "";
        const link = document.createElement("a");
        link.href = location.href;
        link.textContent = count + (count === 1 ? " new event" : " new events")
          + " recorded since; show the page anew";
        line.append(link);
      });
    })();

    """#
}
