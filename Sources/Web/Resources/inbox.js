"use strict";
// The script of the inbox: what waits, and the decisions that the token allows.
(() => {
  const { el, make, shown, ask, later, previewOf, facts, flattened, onToken, hasToken } = desk;

  const inbox = el("inbox");
  const decide = async (section, id, verb, body, words) => {
    // Until it is answered, or shown again, nothing more can be decided.
    const buttons = [...section.querySelectorAll("button")];
    for (const button of buttons) button.disabled = true;
    const { ok, json } = await ask(`/api/proposals/${id}/${verb}`, body);
    const line = make("p", "", { role: "status", tabindex: "-1", class: ok ? "banner" : "fault" });
    const isOld = verb === "accept" && ok && json.receipt.recorded === 0;
    line.textContent = !ok ? shown(json.detail) : isOld ? "It was recorded already; it is put away." : words;
    if (ok || json.code === "proposal_decided") {
      waiting -= 1;
      count();
      section.replaceChildren(section.querySelector("h2"), line);
      if (ok && verb === "accept") {
        line.append(" ", make("a", "Look at it", { href: `/event/${json.receipt.events[0].id}` }));
      }
    } else {
      section.querySelector(".said")?.replaceChildren(line);
      if (json.code === "record_moved_on") await show(section, id, line);
      for (const button of buttons) button.disabled = false;
    }
    line.focus();
  };
  const show = async (section, id, said) => {
    const { ok, json } = await ask(`/api/proposals/${id}`);
    const box = section.querySelector(".one");
    if (!ok) {
      box.replaceChildren(make("p", json.detail, { class: "fault" }));
      return;
    }
    const events = json.revision?.events ?? json.events;
    const parts = [];
    for (const event of events) {
      parts.push(make("h3", `${String(event.type).replaceAll("_", " ")} ${event.id}`));
      parts.push(event.type === "correction" ? await difference(event) : facts(event));
    }
    box.replaceChildren(...parts);
    if (json.decision) {
      const { outcome, by, at, reason } = json.decision;
      box.append(make("p", `${outcome} by ${by} at ${at}${reason ? `: ${reason}` : ""}`, { class: "banner" }));
      return;
    }
    const now = json.now ?? {};
    const preview = make("div");
    box.append(preview);
    if (now.outcome === "records") preview.append(previewOf(now.receipt));
    if (now.outcome === "refused") box.append(make("p", `Would be refused: ${now.detail}`, { class: "fault" }));
    if (now.outcome === "recorded") box.append(make("p", `Is recorded already, at ${now.positions.join(", ")}.`));
    const saidBox = make("div", "", { class: "said" });
    if (said) saidBox.append(said);
    box.append(saidBox);
    const buttons = make("p", "", { class: "buttons" });
    const button = (words, task) => {
      const node = make("button", words, { type: "button" });
      node.addEventListener("click", task);
      buttons.append(node);
    };
    const isOwn = json.by === who.by;
    if (who.role !== "propose" && (!isOwn || who.role === "record")) {
      const change = make("details");
      const text = make("textarea", "", { rows: "16", "aria-label": "The events as JSON" });
      const original = JSON.stringify(events, null, 2);
      text.value = original;
      change.append(make("summary", "Change it before you accept"), text);
      const parsed = () => {
        try {
          return JSON.parse(text.value);
        } catch (error) {
          preview.replaceChildren(make("p", `Not JSON: ${error.message}`, { class: "fault" }));
          return undefined;
        }
      };
      text.addEventListener("input", later(async () => {
        const changed = parsed();
        if (!changed) return;
        const tried = await ask("/api/events?dryRun=true&preview=true&pictures=true", changed);
        preview.replaceChildren(tried.ok ? previewOf(tried.json)
          : make("p", tried.json.detail, { class: "fault" }));
      }, 600));
      box.append(change);
      const label = make("label", "Reason, to reject it ");
      const reason = make("input", "", { type: "text", maxlength: "2000" });
      label.append(reason);
      button("Accept and record", () => {
        const changed = text.value === original ? null : parsed();
        if (changed === undefined) return;
        const seen = changed ? { events: changed } : { expectPreview: now.expectPreview };
        decide(section, id, "accept", { expectHead: now.expectHead ?? who.head, ...seen },
          changed ? "Accepted as you changed it, and recorded." : "Accepted and recorded.");
      });
      button("Reject", () => {
        if (reason.value.trim()) return decide(section, id, "reject", { reason: reason.value.trim() }, "Rejected.");
        saidBox.replaceChildren(make("p", "Give a reason, for the one who proposed it.", { class: "fault" }));
        return reason.focus();
      });
      box.append(label);
    }
    if (isOwn) button("Withdraw", () => decide(section, id, "withdraw", {}, "Withdrawn."));
    box.append(buttons);
  };
  // What a correction changes in what the event says now.
  const difference = async (event) => {
    const answer = await fetch(`/event/${encodeURIComponent(event.corrects)}.json`).catch(() => null);
    const data = answer?.ok ? (await answer.json()).data : null;
    const before = new Map(flattened(data?.stands ?? data?.event?.event ?? {}));
    const after = new Map(flattened(event.replacement));
    const list = make("dl", "", { class: "facts" });
    list.append(make("dt", "corrects"), make("dd", event.corrects),
      make("dt", "reason"), make("dd", event.reason), make("dt", "counts from"), make("dd", event.published));
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      if (["recorded", "recorder", "proposer"].includes(name) || before.get(name) === after.get(name)) continue;
      list.append(make("dt", name),
        make("dd", `${before.get(name) ?? "nothing"} → ${after.get(name) ?? "nothing"}`));
    }
    return list;
  };
  let who = {};
  let waiting = 0;
  const count = () => {
    const words = waiting === 0 ? "Nothing waits." : waiting === 1 ? "1 proposal waits." : `${waiting} proposals wait.`;
    el("count").textContent = state.value === "waiting" ? words : `${waiting} ${state.value}.`;
  };
  // What became of others, with the reasons.
  const state = make("select", "", { "aria-label": "Which proposals" });
  for (const name of ["waiting", "accepted", "rejected"]) state.append(make("option", name));
  inbox.before(state);
  const list = async () => {
    if (!hasToken()) {
      inbox.replaceChildren(make("p", "Give your token to see what waits."));
      return;
    }
    const { ok, json } = await ask(`/api/proposals?state=${state.value}`);
    if (!ok) {
      inbox.replaceChildren(make("p", json.detail, { class: "fault" }));
      return;
    }
    who = json;
    inbox.replaceChildren(make("p", "", { id: "count", role: "status" }));
    waiting = json.proposals.length;
    count();
    if (json.damaged) {
      inbox.append(make("p", `${json.damaged} files of the inbox cannot be read; the server's log names them.`,
        { class: "fault" }));
    }
    for (const proposal of json.proposals) {
      const section = make("section", "", { id: proposal.id });
      const types = [...new Set(proposal.events.map((event) => String(event.type).replaceAll("_", " ")))];
      const age = proposal.days === 0 ? "today" : proposal.days === 1 ? "yesterday" : `${proposal.days} days ago`;
      const [first] = proposal.events;
      const about = first.company ?? first.body ?? first.corrects ?? first.retracts ?? first.replacement?.company;
      const more = proposal.events.length > 1 ? ` and ${proposal.events.length - 1} more` : "";
      section.append(make("h2", `${types.join(", ")}${about ? `: ${about}` : ""}${more}`));
      section.append(make("p", `By ${proposal.by}, ${age}, with ${proposal.with}.`, { class: "soft" }));
      if (proposal.why) section.append(make("p", proposal.why));
      const details = make("details");
      details.append(make("summary", "What it says and would change"), make("div", "", { class: "one" }));
      details.addEventListener("toggle", () => {
        if (details.open) show(section, proposal.id);
      });
      section.append(details);
      inbox.append(section);
      if (location.hash === `#${proposal.id}`) {
        details.open = true;
        section.scrollIntoView();
      }
    }
  };
  state.addEventListener("change", list);
  onToken(list);
  list();
})();
