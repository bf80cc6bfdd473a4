"use strict";
// Lets the rest of a replayed page follow its sliders.
//
// The script of the page moves the table and the strips by itself. For the picture, the numbers and
// the lists this asks the server for the same page on the two days, once the sliders rest, and puts
// what it says in their place, with the address.
(() => {
  const panel = document.querySelector(".replay");
  if (!panel) return;
  const followers = () => document.querySelectorAll("[data-follows], main > header .query");
  let resting = null;
  let asked = null;

  const addressOn = ({ to, knownBy }) => {
    const address = new URL(location.href);
    address.searchParams.set("to", to);
    if (knownBy) address.searchParams.set("knownBy", knownBy);
    else address.searchParams.delete("knownBy");
    return address;
  };

  const follow = async (days) => {
    const address = addressOn(days);
    if (asked) asked.abort();
    asked = new AbortController();
    const answer = await fetch(address, { signal: asked.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const parts = page.querySelectorAll("[data-follows], main > header .query");
    const places = followers();
    if (parts.length !== places.length) return;
    for (const [index, place] of places.entries()) {
      place.replaceChildren(...parts[index].childNodes);
    }
    history.replaceState(null, "", address);
  };

  panel.addEventListener("replayed", ({ detail }) => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      follow(detail).catch(() => {
        // What cannot be had now, as without a network, stays as it was drawn.
      });
    }, 300);
  });
})();
