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

  function overlay() {
    document.querySelectorAll("input[data-overlay]").forEach(function (box) {
      document.querySelectorAll('g[data-run="' + box.dataset.overlay + '"]').forEach(function (line) {
        line.style.display = box.checked ? "" : "none";
      });
    });
  }
  document.querySelectorAll("input[data-overlay]").forEach(function (box) { box.addEventListener("change", overlay); });
  overlay();

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
