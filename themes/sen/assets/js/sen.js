// What pages gain from JavaScript: today's date, buttons of the menu, a print button.
// Nothing that is to be read depends on it.
(() => {
  "use strict";

  const weekdays = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"];

  // "Thứ tư, 19/06/2024" in the site's zone, whatever the reader's is. `zone` is "+07:00".
  function today(zone) {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(zone) ?? ["", "+", "07", "00"];
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
    const date = new Date(Date.now() + offset * 60_000);
    const two = (number) => String(number).padStart(2, "0");
    const day = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
    return `${weekdays[date.getUTCDay()]}, ${day}`;
  }

  function toggle(button) {
    const opens = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(opens));
  }

  function close(menu, target) {
    for (const button of menu.querySelectorAll(".open[aria-expanded=true]")) {
      if (!button.parentElement.contains(target)) button.setAttribute("aria-expanded", "false");
    }
  }

  for (const place of document.querySelectorAll(".today")) {
    place.textContent = (place.dataset.label ?? "") + today(place.dataset.zone);
  }

  for (const menu of document.querySelectorAll(".menu")) {
    for (const button of menu.querySelectorAll("button")) {
      button.addEventListener("click", () => toggle(button));
    }
    document.addEventListener("click", (event) => close(menu, event.target));
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget) close(menu, event.relatedTarget);
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const open = event.target.closest(".parent")?.querySelector(".open[aria-expanded=true]");
      if (open) {
        open.setAttribute("aria-expanded", "false");
        open.focus();
      }
    });
  }

  // Where there is a print version, a link leads to it.
  const places = document.querySelector(".print-link") ? [] : document.querySelectorAll(".back");
  for (const place of places) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Bản in";
    button.addEventListener("click", () => window.print());
    place.append(" ", button);
  }
})();
