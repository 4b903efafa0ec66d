"use strict";
(function () {
  var rows = Array.from(document.querySelectorAll("tr[data-run]"));
  var words = document.getElementById("words");
  var sketch = document.getElementById("sketch");
  function filter() {
    var wanted = words.value.toLowerCase().split(/\s+/);
    var shown = 0;
    rows.forEach(function (row) {
      var text = row.textContent.toLowerCase();
      row.hidden = !wanted.every(function (word) { return text.includes(word); }) || (sketch && sketch.checked && row.dataset.sketch === "true");
      shown += row.hidden ? 0 : 1;
    });
    document.getElementById("shown").textContent = shown + " of " + rows.length + " runs";
  }
  if (words) {
    words.addEventListener("input", filter);
    if (sketch) sketch.addEventListener("change", filter);
    filter();
  }

  // Columns of less importance are folded away until they are asked for.
  var columns = document.getElementById("columns");
  if (columns) {
    var table = document.querySelector("table.runs");
    document.getElementById("fold").hidden = false;
    columns.addEventListener("change", function () {
      table.classList.toggle("few", !columns.checked);
      window.dispatchEvent(new Event("resize"));
    });
    table.classList.add("few");
    window.dispatchEvent(new Event("resize"));
  }

  // A figure is shown twice over, each time the one chosen: a copy, whose names must be its own.
  document.querySelectorAll("select[data-copy]").forEach(function (select) {
    var place = document.getElementById(select.dataset.copy);
    var figures = document.getElementById(select.dataset.of);
    figures.hidden = true;
    function show() {
      var copy = figures.children[select.selectedIndex].cloneNode(true);
      copy.querySelectorAll("[id]").forEach(function (element) { element.id = place.id + "-" + element.id; });
      var picture = copy.querySelector("svg");
      picture.setAttribute("aria-labelledby", picture.getAttribute("aria-labelledby").replace(/\S+/g, place.id + "-$&"));
      place.replaceChildren(copy);
      window.dispatchEvent(new Event("resize"));
    }
    select.addEventListener("change", show);
    show();
  });

  // One of several figures is shown; without this script all of them are.
  document.querySelectorAll("select[data-choose]").forEach(function (select) {
    function show() {
      Array.from(document.getElementById(select.dataset.choose).children).forEach(function (figure) {
        figure.hidden = figure.dataset.choice !== select.value;
      });
    }
    select.addEventListener("change", show);
    show();
  });
})();
