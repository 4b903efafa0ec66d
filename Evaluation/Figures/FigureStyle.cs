using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>
/// The style sheet of every figure, the same in a file of its own and inside a report: light by default, dark where the reader's system is,
/// always light on paper. A report overrides the system's choice with data-theme on its root.
/// </summary>
internal static class FigureStyle
{
    public const string FontFamily =
        "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif";

    public static string Css { get; } = Build();

    private static string Build()
    {
        var dark = Palette.Dark.Declarations();
        var css = new StringBuilder();
        css.Append($":root{{{Palette.Light.Declarations()}}}\n");
        css.Append($"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n");
        css.Append($"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n");
        css.Append($".figure text{{font-family:{FontFamily};font-size:12px;fill:var(--ink)}}\n");
        css.Append("""
            .figure .paper{fill:var(--paper)}
            .figure text.title{font-size:15px;font-weight:600}
            .figure text.muted{fill:var(--muted)}
            .figure text.small{font-size:11px}
            .figure text.strong{font-weight:600}
            .figure text.good{fill:var(--good)}
            .figure text.bad{fill:var(--bad)}
            .figure .warning{fill:var(--warning-paper)}
            .figure text.warning-ink{fill:var(--warning-ink);font-weight:700}
            .figure .grid{stroke:var(--grid);fill:none}
            .figure .axis{stroke:var(--axis);fill:none}
            .figure .mark{stroke:var(--muted);fill:none;stroke-dasharray:2 3}
            .figure .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
            .figure .dots{fill:none;stroke-opacity:.6}
            .figure .sure{stroke-opacity:1}
            .figure .others{stroke:var(--axis);stroke-opacity:.35}
            .figure text.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
            .figure .track{fill:var(--grid)}
            .figure .frame{fill:var(--panel);stroke:var(--grid)}
            .figure .diagonal{fill:none;stroke:var(--axis);stroke-width:1.5}
            .figure .box{fill:var(--panel);stroke:var(--axis)}
            .figure image{image-rendering:pixelated}

            """);
        for (var i = 0; i < Palette.Light.Series.Length; i++)
            css.Append($".figure .series-{i}{{stroke:var(--series-{i})}}.figure .fill-{i}{{fill:var(--series-{i})}}\n");
        for (var i = 0; i < Palette.Light.Heat.Length; i++)
            css.Append($".figure .heat-{i}{{fill:var(--heat-{i})}}.figure text.heat-ink-{i}{{fill:var(--heat-ink-{i})}}\n");
        return css.ToString();
    }
}
