using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Running;

using var interruption = new Interruption();
return await CommandLine.RunAsync(args, Surroundings.OfThisProcess(), interruption.Token);
