"use strict";
// The curves of the runs that are ticked: each in a style of its own, named beside the charts, on axes that fit them.
(function () {
  var place = document.getElementById("charts");
  if (!place) return;
  var boxes = Array.from(document.querySelectorAll("input[data-overlay]"));
  var legend = document.getElementById("legend");
  var dashes = place.dataset.dashes.split("|");
  var colours = +place.dataset.colours;
  var styles = colours * dashes.length;
  var taken = {};

  var charts = Array.from(place.querySelectorAll("svg")).map(function (svg) {
    var axes = svg.querySelector("g[data-plot]");
    var p = axes.dataset.plot.split(" ").map(Number);
    var plot = { left: p[0], top: p[1], right: p[2], bottom: p[3] };
    var lines = {};
    svg.querySelectorAll("g[data-run]").forEach(function (group) {
      var line = group.querySelector("polyline");
      lines[group.dataset.run] = {
        group: group, line: line, dots: Array.from(group.querySelectorAll("circle")),
        points: line.getAttribute("points").trim().split(/\s+/).map(function (pair) {
          var at = pair.split(",");
          var x = p[4] + (at[0] - plot.left) / (plot.right - plot.left) * (p[5] - p[4]);
          return [axes.dataset.whole === "true" ? Math.round(x) : x, p[6] + (plot.bottom - at[1]) / (plot.bottom - plot.top) * (p[7] - p[6])];
        })
      };
    });
    return { axes: axes, whole: axes.dataset.whole === "true", plot: plot, lines: lines };
  });

  // Round numbers around a range: steps of 1, 2 or 5 times a power of ten.
  function ticks(low, high, wanted, whole) {
    if (!(high > low)) { var apart = whole ? 0.5 : Math.max(Math.abs(low), 1) / 10; low -= whole ? 0 : apart; high += whole ? 1 : apart; }
    var raw = (high - low) / (wanted - 1), power = Math.pow(10, Math.floor(Math.log10(raw)));
    var share = raw / power, step = (share <= 1.0001 ? 1 : share <= 2.0001 ? 2 : share <= 5.0001 ? 5 : 10) * power;
    if (whole) step = Math.max(1, Math.round(step));
    var decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), all = [];
    for (var i = Math.floor(low / step + 1e-9); i <= Math.ceil(high / step - 1e-9); i++) all.push(i * step);
    return { values: all, text: function (value) { return value.toFixed(decimals); } };
  }

  function draw(parent, name, attributes, text) {
    var element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text !== undefined) element.textContent = text;
    parent.appendChild(element);
  }

  function fit(chart, keys) {
    var shown = keys.filter(function (key) { return chart.lines[key]; }).flatMap(function (key) { return chart.lines[key].points; });
    if (!shown.length) return;
    var xs = shown.map(function (at) { return at[0]; }), ys = shown.map(function (at) { return at[1]; });
    var low = Math.min.apply(null, xs), high = Math.max.apply(null, xs), plot = chart.plot;
    var xTicks = ticks(low, high, 12, chart.whole), yTicks = ticks(Math.min.apply(null, ys), Math.max.apply(null, ys), 6, false);
    if (chart.whole) high = Math.max(high, low + 1);
    else { low = xTicks.values[0]; high = xTicks.values[xTicks.values.length - 1]; }
    var bottom = yTicks.values[0], top = yTicks.values[yTicks.values.length - 1];
    function x(value) { return plot.left + (value - low) / (high - low) * (plot.right - plot.left); }
    function y(value) { return plot.bottom - (value - bottom) / (top - bottom) * (plot.bottom - plot.top); }

    chart.axes.replaceChildren();
    yTicks.values.forEach(function (value) {
      draw(chart.axes, "line", { class: "grid", x1: plot.left, x2: plot.right, y1: y(value), y2: y(value) });
      draw(chart.axes, "text", { class: "muted", x: plot.left - 8, y: y(value) + 4, "text-anchor": "end" }, yTicks.text(value));
    });
    xTicks.values.forEach(function (value) {
      if (value < low - 1e-6 || value > high + 1e-6) return;
      draw(chart.axes, "line", { class: "axis", x1: x(value), x2: x(value), y1: plot.bottom, y2: plot.bottom + 4 });
      draw(chart.axes, "text", { class: "muted", x: x(value), y: plot.bottom + 18, "text-anchor": "middle" }, xTicks.text(value));
    });
    keys.forEach(function (key) {
      var line = chart.lines[key];
      if (!line) return;
      var at = line.points.map(function (point) { return [x(point[0]).toFixed(2), y(point[1]).toFixed(2)]; });
      line.line.setAttribute("points", at.map(function (point) { return point.join(","); }).join(" "));
      line.dots.forEach(function (dot, i) { dot.setAttribute("cx", at[i][0]); dot.setAttribute("cy", at[i][1]); });
    });
  }

  // The first style that no other shown run has; with more runs than styles they begin again.
  function styleOf(key) {
    if (taken[key] === undefined) {
      var used = Object.keys(taken).map(function (other) { return taken[other]; }), style = 0;
      while (used.includes(style)) style++;
      taken[key] = style;
    }
    return { colour: taken[key] % colours, dash: dashes[Math.floor(taken[key] % styles / colours)] };
  }

  function paint(line, style) {
    line.setAttribute("class", "line series-" + style.colour);
    if (style.dash) line.setAttribute("stroke-dasharray", style.dash); else line.removeAttribute("stroke-dasharray");
  }

  function update() {
    var ticked = boxes.filter(function (box) { return box.checked; });
    boxes.forEach(function (box) { if (!box.checked) delete taken[box.dataset.overlay]; });
    legend.replaceChildren();
    boxes.forEach(function (box) {
      var key = box.dataset.overlay, chip = box.parentElement.querySelector("svg");
      chip.style.visibility = box.checked ? "" : "hidden";
      charts.forEach(function (chart) { if (chart.lines[key]) chart.lines[key].group.style.display = box.checked ? "" : "none"; });
      if (!box.checked) return;
      var style = styleOf(key);
      paint(chip.firstElementChild, style);
      charts.forEach(function (chart) {
        if (!chart.lines[key]) return;
        paint(chart.lines[key].line, style);
        chart.lines[key].dots.forEach(function (dot) { dot.setAttribute("class", "fill-" + style.colour); });
      });
      var entry = document.createElement("li");
      entry.append(chip.cloneNode(true), " " + box.dataset.name);
      legend.append(entry);
    });
    charts.forEach(function (chart) { fit(chart, ticked.map(function (box) { return box.dataset.overlay; })); });
    legend.hidden = !ticked.length;
    untick.hidden = !ticked.length;
    document.getElementById("overlaid").textContent = ticked.length + " of " + boxes.length + " curves are shown" + (ticked.length > styles ? "; there are " + styles + " styles of lines, so some look alike" : "");
  }

  var untick = document.getElementById("untick");
  untick.addEventListener("click", function () {
    boxes.forEach(function (box) { box.checked = false; });
    update();
    boxes[0].focus();
  });
  boxes.forEach(function (box) { box.addEventListener("change", update); });
  update();
})();
