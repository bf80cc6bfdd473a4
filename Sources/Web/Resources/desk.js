"use strict";
// What the scripts of the pages to record with share: the token, which stays in this tab, asking
// with it, and showing events and what they would change, as the server words it.
// biome-ignore lint/correctness/noUnusedVariables: the scripts after this one use it.
const desk = (() => {
  const el = (id) => document.getElementById(id);
  // Signs that are not seen, or turn the direction of those around them, are written out, as on all
  // pages: who decides should read what will be recorded.
  const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
  const shown = (text) =>
    text.replace(unseen, (sign) => `\\u{${sign.codePointAt(0).toString(16).toUpperCase()}}`);
  const make = (name, text, attributes = {}) => {
    const node = document.createElement(name);
    if (text) node.textContent = shown(text);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  // The token, and what is asked with it.

  const tokenField = el("token-text");
  const stored = (kind) => {
    // A browser may be set to keep nothing at all.
    try {
      return window[kind];
    } catch {
      return null;
    }
  };
  const session = stored("sessionStorage");
  const local = stored("localStorage");
  if (tokenField) tokenField.value = session?.getItem("stance-token") ?? "";

  const ask = async (address, body) => {
    const headers = { Authorization: `Bearer ${tokenField.value.trim()}`, Accept: "application/json" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let answer;
    try {
      answer = await fetch(address, {
        method: body === undefined ? "GET" : "POST",
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch {
      return { ok: false, json: { detail: "the server does not answer; what you wrote is kept here" } };
    }
    const json = await answer.json().catch(() => ({ detail: answer.statusText }));
    return { ok: answer.ok, status: answer.status, json };
  };

  const later = (task, wait) => {
    let timer = 0;
    const run = () => {
      clearTimeout(timer);
      timer = setTimeout(task, wait);
    };
    run.cancel = () => clearTimeout(timer);
    return run;
  };

  // What events would change, as the server words it.

  const previewOf = (receipt) => {
    const box = document.createDocumentFragment();
    box.append(make("h2", "What this would change"));
    for (const line of [...receipt.warnings, ...receipt.notes]) {
      box.append(make("p", `${line.detail}.`, { class: "soft" }));
    }
    const { changes = [], pictures = [] } = receipt.preview ?? {};
    if (!changes.length) box.append(make("p", "No posture and no measure, on any day that it touches."));
    for (const { days, postures, measures } of changes) {
      const span = days.length > 4 ? `${days[0]} to ${days[days.length - 1]}` : days.join(", ");
      box.append(make("h3", `On ${span}`));
      const list = make("ul");
      for (const change of postures) {
        list.append(make("li", `${change.name}, ${change.market}: ${change.words}`));
      }
      for (const change of measures) list.append(make("li", `${change.title}: ${change.words}`));
      box.append(list);
    }
    for (const { name, before, after } of pictures) {
      for (const [words, svg] of [["before", before], ["after", after]]) {
        if (!svg) continue;
        const figure = make("figure");
        const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        const frame = make("div", "", { class: "scroll", tabindex: "0", role: "group" });
        frame.setAttribute("aria-label", `${name}, ${words}`);
        frame.append(make("img", "", { src: address, alt: `What ${name} says and does, ${words}` }));
        figure.append(make("figcaption", `${name}, ${words}`), frame);
        box.append(figure);
      }
    }
    return box;
  };

  // An event's fields for a reader, one after the other.

  const flattened = (value, path = "") => {
    if (Array.isArray(value)) {
      if (value.every((item) => typeof item !== "object")) return [[path, value.join("; ")]];
      return value.flatMap((item, index) => flattened(item, `${path} ${index + 1}`.trim()));
    }
    if (value && typeof value === "object") {
      return Object.entries(value).flatMap(([key, item]) =>
        flattened(item, `${path} ${key.replaceAll("_", " ")}`.trim()));
    }
    return [[path, String(value)]];
  };
  const facts = (event) => {
    const list = make("dl", "", { class: "facts" });
    for (const [name, text] of flattened(event)) {
      if (["id", "type", "v"].includes(name)) continue;
      list.append(make("dt", name), make("dd", text));
    }
    return list;
  };

  // Does something whenever another token was typed.
  const onToken = (task) => {
    const heard = later(() => {
      session?.setItem("stance-token", tokenField.value.trim());
      task();
    }, 300);
    tokenField.addEventListener("input", heard);
    el("token").addEventListener("submit", (event) => {
      event.preventDefault();
      heard();
    });
  };
  const hasToken = () => tokenField.value.trim() !== "";

  return { el, make, shown, ask, later, previewOf, facts, flattened, onToken, hasToken, local };
})();
