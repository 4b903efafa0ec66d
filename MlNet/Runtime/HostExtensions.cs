namespace Microsoft.ML.Runtime;

/// <summary>What components ask of their environment.</summary>
internal static class HostExtensions
{
    /// <summary>The seed the context was made with, or null: splits fall back on it.</summary>
    internal static int? SeedOfContext(this IHostEnvironment environment) => (environment as MLContext)?.Seed;
}
