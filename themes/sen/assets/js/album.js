// The photo viewer of an album: arrow keys, Escape, buttons and swipes. Without it a photo is a link to its file.
(() => {
  const links = [...document.querySelectorAll(".photos a")];
  if (!links.length || !window.HTMLDialogElement) return;

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const image = make("img", { alt: "", draggable: "false" });
  const caption = make("figcaption", {});
  const place = make("p", { class: "place", role: "status" });
  const button = (name, label, sign) => make("button", { type: "button", class: name, "aria-label": label }, sign);
  const [previous, next, close] = [
    button("previous", "Ảnh trước", "‹"), button("next", "Ảnh sau", "›"), button("close", "Đóng", "×"),
  ];
  const dialog = make(
    "dialog", { class: "viewer", "aria-label": "Xem ảnh" }, close, previous,
    make("figure", {}, image, caption), next, place);

  let shown = 0;
  const show = (number) => {
    shown = (number + links.length) % links.length;
    const photo = links[shown].querySelector("img");
    image.src = links[shown].href;
    image.alt = photo.alt;
    caption.textContent = links[shown].closest("figure").querySelector("figcaption")?.textContent ?? "";
    place.textContent = `Ảnh ${shown + 1} trên ${links.length}`;
  };

  links.forEach((link, number) =>
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!dialog.isConnected) document.body.append(dialog);
      show(number);
      dialog.showModal();
    })
  );
  previous.addEventListener("click", () => show(shown - 1));
  next.addEventListener("click", () => show(shown + 1));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => links[shown].focus());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(shown - 1);
    if (event.key === "ArrowRight") show(shown + 1);
  });

  let start;
  dialog.addEventListener("pointerdown", (event) => { start = event.clientX; });
  dialog.addEventListener("pointerup", (event) => {
    const way = start === undefined ? 0 : event.clientX - start;
    start = undefined;
    if (Math.abs(way) > 50) show(shown + (way < 0 ? 1 : -1));
  });
  dialog.addEventListener("pointercancel", () => { start = undefined; });
})();
