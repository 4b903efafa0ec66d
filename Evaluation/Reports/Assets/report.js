"use strict";
(function () {
  var root = document.documentElement;
  var toggle = document.getElementById("theme");
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  }
  function label() {
    toggle.textContent = isDark() ? "Light theme" : "Dark theme";
  }
  toggle.hidden = false;
  toggle.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    label();
  });
  system.addEventListener("change", label);
  label();

  // A heading that sorts is a button, so that the keyboard reaches it; without this script the tables are merely plain.
  document.querySelectorAll("table.sortable").forEach(function (table) {
    var headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach(function (heading, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      heading.textContent = "";
      heading.appendChild(button);
      button.addEventListener("click", function () {
        var down = heading.getAttribute("aria-sort") === "descending" || (!heading.hasAttribute("aria-sort") && column === 0);
        headings.forEach(function (other) { other.removeAttribute("aria-sort"); });
        heading.setAttribute("aria-sort", down ? "ascending" : "descending");
        var body = table.tBodies[0];
        Array.from(body.rows)
          .sort(function (a, b) { return (down ? 1 : -1) * compare(a.cells[column], b.cells[column]); })
          .forEach(function (row) { body.appendChild(row); });
      });
    });
  });
  function compare(a, b) {
    var x = a.dataset.value, y = b.dataset.value;
    return x !== undefined && y !== undefined ? x - y : a.textContent.localeCompare(b.textContent);
  }

  // What scrolls sideways must be reachable by keyboard, and say what it is.
  function reach() {
    document.querySelectorAll(".scroll,figure").forEach(function (box) {
      var caption = box.querySelector("caption,title");
      if (box.scrollWidth > box.clientWidth && caption) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", caption.textContent);
      } else {
        box.removeAttribute("tabindex");
        box.removeAttribute("role");
        box.removeAttribute("aria-label");
      }
    });
  }
  reach();
  window.addEventListener("resize", reach);

  var copy = document.getElementById("copy");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", function () {
      navigator.clipboard.writeText(document.getElementById("command").textContent).then(function () {
        copy.textContent = "Copied";
        setTimeout(function () { copy.textContent = "Copy"; }, 2000);
      });
    });
  }
})();
