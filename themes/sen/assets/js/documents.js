// The field over all official documents: finds them by number, abstract, type and issuer, with or without accents. The
// index is fetched once, when somebody types; without this script the lists and their pages are all there is.
(() => {
  const form = document.querySelector("form.filter[data-index]");
  if (!form) return;
  const [field, status, list] = ["input", ".found", "ul"].map((part) => form.querySelector(part));
  const most = 50;
  const gone = { expired: "hết hiệu lực", replaced: "đã được thay thế", pending: "chưa có hiệu lực" };
  let index;

  // What a reader who types without accents, capitals or signs would type.
  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()
      .replace(/[^a-z0-9]+/g, " ").trim();

  const read = () => {
    index ??= fetch(form.dataset.index).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    }).then((documents) =>
      documents.map((item) => ({
        ...item, start: plain(item.number) + " ", text: " " + plain([item.number, item.abstract, item.type, item.issuer].join(" ")),
      }))
    );
    return index;
  };

  const item = (found) => {
    const make = (name, text, properties = {}) =>
      Object.assign(document.createElement(name), { textContent: text }, properties);
    const line = make("li", "");
    const text = make("p", "");
    text.append(make("a", found.abstract, { href: found.url }));
    const about = [found.type, found.issued, gone[found.status]].filter(Boolean).join(", ");
    line.append(
      make("span", found.number, { className: "number" }), make("span", about, { className: "count" }), text);
    return line;
  };

  const show = async () => {
    const words = plain(field.value).split(" ").filter(Boolean);
    list.hidden = words.length === 0;
    if (words.length === 0) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    const asked = field.value;
    try {
      const documents = await read();
      if (field.value !== asked) return;
      const start = words.join(" ") + " ";
      const found = documents.filter((one) => words.every((word) => one.text.includes(" " + word)))
        .sort((left, right) => right.start.startsWith(start) - left.start.startsWith(start));
      list.replaceChildren(...found.slice(0, most).map(item));
      status.textContent = found.length === 0
        ? "Không có văn bản nào phù hợp."
        : `Có ${found.length} văn bản phù hợp${found.length > most ? `, hiện ${most} văn bản đầu tiên` : ""}.`;
    } catch {
      index = undefined;
      status.textContent = "Chưa tải được danh sách văn bản, xin thử lại.";
    }
  };

  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
})();
