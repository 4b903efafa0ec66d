namespace MlNetFashion.Evaluation;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Points">In the order they are joined; points that are not finite are left out.</param>
/// <param name="Colour">0 to 4.</param>
/// <param name="Dash">0 solid, 1 dashed, 2 dotted, and so on as <see cref="LineChart.Dashes"/> has them: what tells lines apart without colour.</param>
/// <param name="Dots">Whether each point gets a dot with its value.</param>
/// <param name="Key">What a page's script finds the line by; null where no script will ask.</param>
internal sealed record LineSeries(
    string Name, IReadOnlyList<(double X, double Y)> Points, int Colour, int Dash = 0, bool Dots = false, string? Key = null);
