using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>One line of results.</summary>
/// <param name="Cells">As people read it, a text a column.</param>
/// <param name="Values">As programs read it, every round included.</param>
internal sealed record Row(IReadOnlyList<string> Cells, JsonObject Values);
