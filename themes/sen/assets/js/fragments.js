// With `fragments: js`: puts what changes with every article in its place, where a plain link stands until then.
(() => {
  "use strict";

  for (const place of document.querySelectorAll("[data-fragment]")) {
    fetch(place.dataset.fragment)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((html) => (place.outerHTML = html))
      .catch(() => {}); // The link stays.
  }
})();
