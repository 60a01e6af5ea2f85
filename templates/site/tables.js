// Tables that are worth it can be sorted, filtered, narrowed to some columns, and taken along as
// CSV. Without scripts they are plain tables with all their rows.
"use strict";
{
  const { word, copyButton } = window.rastro;
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const textOf = (cell) => cell.textContent.trim();
  /** Parts of a table in which no row is left take no room. */
  const foldParts = (table) => {
    for (const body of table.tBodies) body.hidden = [...body.rows].every((row) => row.hidden);
  };
  const rowsOf = (table) => [...table.tBodies].flatMap((body) => [...body.rows]);

  // Sorting

  /** `1.234,5 ms` in Portuguese and `1,234.5 ms` in English; nothing for what is no number. */
  const numberIn = (text) => {
    const isPortuguese = document.documentElement.lang.startsWith("pt");
    const found = /^[^\d\p{L}−-]*([−-]?\d[\d.,\s]*)/u.exec(text)?.[1];
    if (found === undefined || /^\d{4}-\d\d/.test(text)) return undefined;
    const plain = found.replace(/\s/g, "").replace("−", "-");
    const value = isPortuguese
      ? plain.replaceAll(".", "").replace(",", ".")
      : plain.replaceAll(",", "");
    return Number.isNaN(Number(value)) ? undefined : Number(value);
  };

  const comparison = (keys) => {
    const numbers = keys.map(numberIn);
    const isNumeric = keys.every((key, at) => key === "" || numbers[at] !== undefined);
    return isNumeric
      ? (one, other) => (numbers[one] ?? -Infinity) - (numbers[other] ?? -Infinity)
      : (one, other) => collator.compare(keys[one], keys[other]);
  };

  const sortRows = (table, column, isDown) => {
    const rows = rowsOf(table);
    const compare = comparison(rows.map((row) => textOf(row.cells[column])));
    const order = rows.map((_, at) => at).sort((one, other) => compare(one, other) || one - other);
    if (isDown) order.reverse();
    // Measured first: each part takes rows away from the others.
    const sizes = [...table.tBodies].map((body) => body.rows.length);
    let start = 0;
    sizes.forEach((size, part) => {
      const end = start + size;
      table.tBodies[part].append(...order.slice(start, end).map((at) => rows[at]));
      start = end;
    });
    foldParts(table);
  };

  const makeSortable = (table) => {
    const headers = [...table.tHead.rows[0].cells];
    headers.forEach((header, column) => {
      const button = make("button", { type: "button", className: "sort" });
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const isDown = header.getAttribute("aria-sort") === "ascending";
        for (const other of headers) other.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        sortRows(table, column, isDown);
      });
    });
  };

  // CSV

  const csvCell = (text) => {
    // What a spreadsheet would run as a formula is marked as text.
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  /** What is shown: the rows that the filter leaves, and the columns that were chosen. */
  const csvOf = (table) =>
    [...table.rows]
      .filter((row) => !row.hidden)
      .map((row) => [...row.cells].filter((cell) => !cell.hidden).map(textOf))
      .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
      .join("");

  const download = (name, text) => {
    const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  // Columns and rows

  const columnChooser = (table) => {
    const list = make("div", { className: "choices" });
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const box = make("input", { type: "checkbox", checked: true });
      box.addEventListener("change", () => {
        for (const row of table.rows) row.cells[column].hidden = !box.checked;
        table.dispatchEvent(new Event("rastro-columns"));
      });
      list.append(make("label", {}, box, ` ${textOf(header)}`));
    });
    return make("details", {}, make("summary", { textContent: word("columns") }), list);
  };

  const filterField = (table) => {
    const rows = rowsOf(table);
    let texts;
    const count = make("span", { className: "rows" });
    count.setAttribute("role", "status");
    const field = make("input", { type: "search", placeholder: word("filter") });
    field.setAttribute("aria-label", word("filter"));
    field.addEventListener("input", () => {
      texts ??= rows.map((row) => fold(row.textContent));
      const words = fold(field.value).split(/\s+/);
      let shown = 0;
      rows.forEach((row, at) => {
        const fits = words.every((each) => texts[at].includes(each));
        if (fits) shown++;
        if (row.hidden === fits) row.hidden = !fits;
      });
      foldParts(table);
      count.textContent = field.value === "" ? "" : word("rows", { n: shown, total: rows.length });
    });
    return [field, count];
  };

  // Tables of hundreds of rows come in parts, of which the browser lays out those in sight. Their
  // columns are as wide as the first part makes them, whatever comes later.

  const holdColumns = (table) => {
    const shown = [...table.tHead.rows[0].cells].filter((header) => !header.hidden);
    const widths = shown.map((header) => header.getBoundingClientRect().width);
    const height = table.tBodies[0].getBoundingClientRect().height;
    return { widths: new Map(shown.map((header, at) => [header, widths[at]])), height };
  };

  const applyColumns = (table, { widths, height }) => {
    const shown = [...widths].filter(([header]) => !header.hidden).map(([, width]) => width);
    table.style.setProperty("--columns", shown.map((width) => `${width}px`).join(" "));
    table.style.setProperty("--part", `${height}px`);
    table.style.width = `${shown.reduce((sum, width) => sum + width, 0)}px`;
  };

  const layOutParts = (table) => {
    const columns = holdColumns(table);
    applyColumns(table, columns);
    table.classList.add("parts");
    table.addEventListener("rastro-columns", () => applyColumns(table, columns));
  };

  const boxes = [...document.querySelectorAll("article .table")];

  const equip = (bar) => {
    const box = bar.nextElementSibling;
    const table = box.querySelector("table");
    const csv = make("button", { type: "button", className: "copy", textContent: word("csv") });
    csv.addEventListener("click", () => {
      const page =
        location.pathname
          .split("/")
          .at(-1)
          .replace(/\.html$/, "") || "index";
      download(`${decodeURIComponent(page)}-${boxes.indexOf(box) + 1}.csv`, csvOf(table));
    });
    // Before the buttons of the headers are made: their names are those of the columns.
    const columns = columnChooser(table);
    makeSortable(table);
    bar.append(
      ...filterField(table),
      columns,
      copyButton(word("copy-csv"), () => csvOf(table)),
      csv,
    );
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", box.getAttribute("aria-label"));
  };

  document.querySelectorAll("article .table-tools").forEach(equip);
  document.querySelectorAll("article .huge > table").forEach(layOutParts);
}
