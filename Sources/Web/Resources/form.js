"use strict";
// The script of the forms to propose, record and correct with.
//
// It makes an event of the fields by their data-path and data-kind, and has the server check it while
// someone types. It knows no rule of the vocabulary: what is wrong, the server says, with the path of
// the field.
(() => {
  const { el, make, ask, later, previewOf, onToken, hasToken, local } = desk;

  const form = el("event");
  const fields = [...form.querySelectorAll("[data-path]")];

  const put = (event, path, value) => {
    const parts = path.replace(/\[(\d+)\]/, ".$1").split(".");
    let place = event;
    parts.forEach((part, index) => {
      if (index === parts.length - 1) {
        if (value === undefined) delete place[part];
        else place[part] = value;
        return;
      }
      if (place[part] === undefined) {
        if (value === undefined) return;
        place[part] = /^\d+$/.test(parts[index + 1]) ? [] : {};
      }
      place = place[part];
    });
  };

  const given = ({ value, dataset }) => {
    const text = value.trim();
    if (text === "") return undefined;
    if (dataset.kind === "boolean") return text === "true";
    if (dataset.kind === "integer" && /^[0-9]+$/.test(text)) return Number(text);
    if (dataset.kind !== "list" && dataset.kind !== "codes") return text;
    return text.split(dataset.kind === "codes" ? /[;,]/ : ";").map((item) => item.trim()).filter((item) => item !== "");
  };

  // An object that the form leaves empty is none.
  const pruned = (value) => {
    if (Array.isArray(value)) return value.map(pruned).filter((item) => item !== undefined);
    if (!value || typeof value !== "object") return value;
    const kept = Object.entries(value).map(([key, item]) => [key, pruned(item)]);
    const given = kept.filter(([, item]) => item !== undefined
      && !(Array.isArray(item) && item.length === 0));
    return given.length ? Object.fromEntries(given) : undefined;
  };

  const own = (name) => form.querySelector(`[data-own="${name}"]`);
  // What a field of a correction does not change stays as it is written, sources beyond the first too.
  const former = new Map(fields.map((field) => [field, field.value]));
  const eventOf = () => {
    const { type, version, corrects } = form.dataset;
    const event = corrects ? JSON.parse(el("standing").value) : { type, v: Number(version) };
    for (const field of fields) {
      if (corrects && field.value === former.get(field)) continue;
      const value = given(field);
      if (value !== undefined || corrects) put(event, field.dataset.path, value);
    }
    return pruned(event);
  };
  const amended = (members) => ({
    v: 1, reason: own("reason").value.trim(),
    published: own("original").checked && form.dataset.published
      ? form.dataset.published : form.dataset.today,
    ...members,
  });
  const sentOf = () =>
    form.dataset.corrects
      ? amended({ type: "correction", corrects: form.dataset.corrects, replacement: eventOf() })
      : eventOf();

  // Faults are beside their fields, and in a list on top that leads to them.

  const clearFaults = () => {
    for (const field of [...fields, ...form.querySelectorAll("[data-own]")]) {
      field.removeAttribute("aria-invalid");
    }
    for (const line of form.querySelectorAll(".fault")) line.hidden = true;
    el("faults").hidden = true;
    el("faults").replaceChildren();
  };
  const fieldAt = (path) => {
    const plain = path.replace(/^replacement\./, "");
    if (path === "reason" && own("reason")) return own("reason");
    const exact = fields.find((field) => field.dataset.path === plain);
    return exact ?? fields.find((field) => plain !== "" && (field.dataset.path.startsWith(`${plain}.`)
      || field.dataset.path.startsWith(`${plain}[0]`) || plain.startsWith(`${field.dataset.path}[`)));
  };
  // A field that is missing is named in the sentence, for it has no place.
  const missingIn = ({ path = "", detail }) => {
    const name = /needs '([a-z_]+)'/.exec(detail)?.[1];
    if (!name) return undefined;
    return fieldAt(path === "" ? name : `${path}.${name}`) ?? fieldAt(name);
  };
  const showFaults = (problem, isAsked) => {
    const list = make("ul");
    const faults = problem.faults?.length ? problem.faults : [problem];
    for (const fault of faults) {
      const missing = missingIn(fault);
      const field = missing ?? (fault.path && fieldAt(fault.path));
      const item = make("li");
      if (field?.id) {
        const label = field.closest(".field").querySelector("label, .label").firstChild;
        const name = label.textContent.trim();
        const words = missing ? `${name} is needed` : fault.detail;
        field.setAttribute("aria-invalid", "true");
        const line = el(field.id.replace(/^(own|f)-/, (start) => (start === "f-" ? "e-" : "own-e-")));
        if (line) {
          line.textContent = words;
          line.hidden = false;
        }
        const closed = field.closest("details");
        if (closed && isAsked) closed.open = true;
        const shown = field.type === "hidden" ? field.parentElement.querySelector("select") : field;
        if (shown && !shown.id) shown.id = `${field.id}-first`;
        item.append(make("a", missing ? words : `${name}: ${words}`, { href: `#${shown?.id ?? field.id}` }));
        const [, unregistered] = /append its (company|body)_registered first/.exec(fault.detail) ?? [];
        if (unregistered) {
          const address = `/${form.dataset.purpose}/${unregistered}_registered`;
          item.append(" ", make("a", `Register the ${unregistered}`, { href: address, target: "_blank" }));
        }
      } else {
        item.textContent = fault.detail;
      }
      list.append(item);
    }
    // What is wrong with the token or the server is not wrong with the event.
    const isOfEvent = ![undefined, "not_authorized", "not_permitted", "recording_off"].includes(problem.code);
    el("faults").replaceChildren(
      make("p", isOfEvent ? "Not yet an event that the record takes:" : "It was not sent:"), list);
    el("faults").hidden = false;
    if (isAsked) el("faults").focus();
  };

  // Checking and sending.

  const say = (words) => {
    el("state").textContent = words;
  };
  let number = 0;
  // What was asked for once is said from then on.
  let wasAsked = false;
  const check = async (isAsked) => {
    checkSoon.cancel();
    wasAsked ||= isAsked;
    if (!hasToken()) {
      say("Give your token to have this checked.");
      return false;
    }
    number += 1;
    const mine = number;
    say("Checking …");
    const address = "/api/events?dryRun=true&preview=true&pictures=true";
    const { ok, status, json } = await ask(address, sentOf());
    // Someone has typed on meanwhile.
    if (mine !== number) return false;
    clearFaults();
    el("preview").replaceChildren();
    if (!ok) {
      say(status === 401 ? "The token is not taken." : "");
      if (status === 401 || status === undefined || wasAsked || isTouched()) showFaults(json, isAsked);
      return false;
    }
    const remarks = json.warnings.length;
    say(remarks ? `The record would take it; ${remarks === 1 ? "a remark is" : "remarks are"} above.`
      : "The record would take it.");
    el("preview").append(previewOf(json));
    return true;
  };
  // Nothing is said of what no one has begun to fill in.
  const touched = new Set();
  const isTouched = () => touched.size >= fields.filter((field) => field.required).length;

  const sent = (words, address) => {
    const line = make("p", "", { role: "status", class: "banner", tabindex: "-1" });
    line.append(`${words} `, make("a", "Look at it", { href: address }));
    form.replaceChildren(line);
    line.focus();
    local?.removeItem(draftKey);
  };
  const send = async (event, isRetraction) => {
    if (!isRetraction && !(await check(true))) return;
    say("Sending …");
    if (form.dataset.purpose === "record") {
      const { ok, json } = await ask("/api/events", event);
      if (!ok) return failed(json);
      return sent(`Recorded at ${json.head}.`, `/event/${json.events[0].id}`);
    }
    const why = own("why")?.value.trim();
    const more = why ? `&why=${encodeURIComponent(why)}` : "";
    const { ok, json } = await ask(`/api/proposals?with=the%20form${more}`, event);
    if (!ok) return failed(json);
    return sent("Proposed; it waits in the inbox.", `/inbox#${json.id}`);
  };
  const failed = (problem) => {
    say("");
    clearFaults();
    showFaults(problem, true);
  };

  // Drafts stay in this browser until they are sent.

  const draftKey = `stance-draft ${location.pathname}`;
  const keepDraft = () => {
    const texts = {};
    for (const field of fields) if (field.value) texts[field.dataset.path] = field.value;
    local?.setItem(draftKey, JSON.stringify(texts));
  };
  const takeDraft = () => {
    let texts = {};
    try {
      texts = JSON.parse(local?.getItem(draftKey) ?? "{}");
    } catch {
      return;
    }
    const numbers = Object.keys(texts).map((path) => Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0));
    while (sources <= Math.max(0, ...numbers)) addSource();
    for (const field of fields) {
      const text = texts[field.dataset.path];
      if (typeof text === "string" && !field.value) field.value = text;
    }
    for (const group of form.querySelectorAll("[data-kind][type=hidden]")) showGrade(group);
  };
  const showGrade = (hidden) => {
    for (const select of hidden.parentElement.querySelectorAll("[data-grade]")) {
      select.value = select.dataset.grade === "letter" ? hidden.value.slice(0, 1) : hidden.value.slice(1);
    }
  };

  // The same as a command.

  const quoted = (text) => (/^[\w.:/~+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  const showCommand = () => {
    const { type, corrects, purpose } = form.dataset;
    const start = corrects ? `stance correct ${corrects}`
      : `stance ${purpose === "propose" ? "propose" : "append"} ${type}`;
    // Of a correction what is changed; its own reason has the flag of that name.
    const isNamed = (field) => field.value.trim()
      && !(corrects && (field.value === former.get(field) || field.dataset.path === "reason"));
    const flags = fields.filter(isNamed).flatMap((field) => {
      // The second source is evidence-2.
      const place = (_, number) => (number === "0" ? "" : `-${Number(number) + 1}`);
      const flag = field.dataset.path.replace(/\[(\d+)\]/, place).replaceAll(/[._]/g, "-");
      return [given(field)].flat().map((value) => `--${flag} ${quoted(String(value))}`);
    });
    const reason = own("reason")?.value.trim();
    const end = corrects ? [`--reason ${quoted(reason || "…")}`, "--propose"] : [];
    el("command").textContent = [start, ...flags, ...end].join(" \\\n  ");
  };

  // Names as someone types, dates in words, files as their sums.

  const suggest = async (field) => {
    const kind = { companies: "company", bodies: "body", measures: "measure" }[field.getAttribute("list")];
    const text = field.value.split(/[;,]/).pop().trim();
    if (!kind || text.length < 2) return;
    const answer = await fetch(`/search.json?q=${encodeURIComponent(text)}`).catch(() => null);
    if (!answer?.ok) return;
    const { data } = await answer.json();
    el(field.getAttribute("list")).replaceChildren(
      ...data.matches.filter((match) => match.kind === kind)
        .map((match) => make("option", match.name, { value: match.slug })));
  };
  const echo = async (field) => {
    const line = form.querySelector(`[data-echoes="${field.id}"]`);
    const text = field.value.trim();
    if (!line || !text) {
      line?.replaceChildren();
      return;
    }
    const answer = await fetch(`/api/date?date=${encodeURIComponent(text)}`).catch(() => null);
    if (!answer?.ok || field.value.trim() !== text) {
      line.replaceChildren();
      return;
    }
    const { spoken, earliest, latest } = await answer.json();
    line.textContent = spoken === text ? "" : earliest === latest ? spoken
      : `${spoken}: ${earliest} to ${latest}`;
  };
  const hash = async (input) => {
    const [file] = input.files;
    if (!file) return;
    if (!window.crypto?.subtle) {
      say("This browser makes sums of files only over https or on this machine.");
      return;
    }
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const field = el(input.dataset.hashes);
    field.value = [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    changed(field);
  };

  const checkSoon = later(() => check(false), 400);
  const changed = (field) => {
    if (field.dataset.path) touched.add(field.dataset.path);
    keepDraft();
    showCommand();
    if (hasToken()) checkSoon();
  };

  // Further sources have the fields of the first, empty and under their own number.
  const moreSources = el("more-sources");
  const firstSource = moreSources
    ? [...moreSources.closest("fieldset").querySelectorAll(".field")].map((field) => field.cloneNode(true)) : [];
  const numbered = ["id", "for", "aria-describedby", "aria-labelledby", "data-echoes", "data-hashes"];
  let sources = form.dataset.corrects ? JSON.parse(el("standing").value).evidence?.length ?? 0 : 1;
  const addSource = () => {
    const number = sources;
    sources += 1;
    const added = firstSource.map((first) => {
      const copy = first.cloneNode(true);
      for (const node of [copy, ...copy.querySelectorAll("*")]) {
        for (const name of numbered.filter((attribute) => node.hasAttribute(attribute))) {
          node.setAttribute(name, node.getAttribute(name).replaceAll("evidence-", `evidence-${number + 1}-`));
        }
        if (node.dataset.path) node.dataset.path = node.dataset.path.replace("[0]", `[${number}]`);
        if (node.matches("input, textarea")) {
          node.removeAttribute("value");
          node.value = "";
          if (node.matches("textarea")) node.textContent = "";
        }
        if (node.matches("option")) node.removeAttribute("selected");
      }
      return copy;
    });
    moreSources.parentElement.before(make("p", `Source ${number + 1}`, { class: "source" }), ...added);
    const own = added.flatMap((field) => [...field.querySelectorAll("[data-path]")]);
    for (const field of own) former.set(field, "");
    fields.push(...own);
    for (const input of added.flatMap((field) => [...field.querySelectorAll("[data-hashes]")])) {
      input.addEventListener("change", () => hash(input));
    }
    return own[0];
  };
  if (moreSources) {
    moreSources.hidden = false;
    moreSources.addEventListener("click", () => addSource().focus());
  }

  takeDraft();
  showCommand();
  for (const field of fields) if (field.dataset.kind === "date") echo(field);
  let typed = null;
  const suggestSoon = later(() => suggest(typed), 200);
  const echoSoon = later(() => echo(typed), 200);
  form.addEventListener("input", ({ target }) => {
    if (target.dataset.hashes) return;
    const hidden = target.dataset.grade && target.closest(".field").querySelector("[data-path]");
    if (hidden) {
      const parts = ["letter", "digit"].map((part) =>
        hidden.parentElement.querySelector(`[data-grade="${part}"]`).value);
      hidden.value = parts.join("");
    }
    typed = target;
    if (target.hasAttribute("list")) suggestSoon();
    if (target.dataset.kind === "date") echoSoon();
    changed(hidden || target);
  });
  for (const input of form.querySelectorAll("[data-hashes]")) {
    input.addEventListener("change", () => hash(input));
  }
  el("check").addEventListener("click", () => check(true));
  el("retract")?.addEventListener("click", () => {
    send(amended({ type: "retraction", retracts: form.dataset.corrects }), true);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(sentOf(), false);
  });
  onToken(() => check(false));
})();
