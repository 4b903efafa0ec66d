using System.Globalization;
using MlNetFashion.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return BenchmarkCommands.Run(args);
