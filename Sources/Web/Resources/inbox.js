"use strict";
// The script of the inbox: what waits, and the decisions that the token allows.
(() => {
  const { el, make, ask, previewOf, facts, onToken, hasToken } = desk;

  const inbox = el("inbox");
  const decide = async (section, id, verb, body, words) => {
    // Until it is answered, or shown anew, nothing more can be decided.
    const buttons = [...section.querySelectorAll("button")];
    for (const button of buttons) button.disabled = true;
    const { ok, json } = await ask(`/api/proposals/${id}/${verb}`, body);
    const line = make("p", "", { role: "status", tabindex: "-1", class: ok ? "banner" : "fault" });
    line.textContent = ok ? words : json.detail;
    if (ok) {
      section.replaceChildren(section.querySelector("h2"), line);
      if (verb === "accept") {
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
    const parts = events.flatMap((event) => [
      make("h3", `${String(event.type).replaceAll("_", " ")} ${event.id}`), facts(event)]);
    box.replaceChildren(...parts);
    const now = json.now ?? {};
    if (now.outcome === "records") box.append(previewOf(now.receipt));
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
      const label = make("label", "Reason, to reject it ");
      const reason = make("input", "", { type: "text", maxlength: "2000" });
      label.append(reason);
      if (now.outcome !== "refused") {
        button("Accept and record", () => decide(section, id, "accept",
          { expectHead: now.expectHead, expectPreview: now.expectPreview }, "Accepted and recorded."));
      }
      button("Reject", () => decide(section, id, "reject", { reason: reason.value.trim() }, "Rejected."));
      box.append(label);
    }
    if (isOwn) button("Withdraw", () => decide(section, id, "withdraw", {}, "Withdrawn."));
    box.append(buttons);
  };
  let who = {};
  const list = async () => {
    if (!hasToken()) {
      inbox.replaceChildren(make("p", "Give your token to see what waits."));
      return;
    }
    const { ok, json } = await ask("/api/proposals");
    if (!ok) {
      inbox.replaceChildren(make("p", json.detail, { class: "fault" }));
      return;
    }
    who = json;
    const count = json.proposals.length;
    const words = count === 0 ? "Nothing waits." : count === 1 ? "1 proposal waits." : `${count} proposals wait.`;
    inbox.replaceChildren(make("p", words));
    if (json.damaged) {
      inbox.append(make("p", `${json.damaged} files of the inbox cannot be read; the server's log names them.`,
        { class: "fault" }));
    }
    for (const proposal of json.proposals) {
      const section = make("section", "", { id: proposal.id });
      const types = [...new Set(proposal.events.map((event) => String(event.type).replaceAll("_", " ")))];
      const age = proposal.days === 0 ? "today" : proposal.days === 1 ? "yesterday" : `${proposal.days} days ago`;
      section.append(make("h2", `${types.join(", ")}: ${proposal.events[0].id}`));
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
  onToken(list);
  list();
})();
