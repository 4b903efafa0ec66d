using System.Globalization;

namespace MlNetFashion.Pipelines;

public sealed partial class TemperatureScaledTrainer
{
    /// <summary>On which rows the temperature is chosen.</summary>
    public sealed record Options
    {
        /// <summary>The classes: Key&lt;UInt32&gt;. The default value is "Label".</summary>
        public string LabelColumnName { get; init; } = "Label";

        /// <summary>
        /// Share of the rows, drawn by <see cref="Seed"/>, that is not trained on but chooses the temperature: above 0 and below 1. The default
        /// value is 0.2.
        /// </summary>
        public double ValidationFraction { get; init; } = 0.2;

        /// <summary>Decides which rows are held back. The default value is 0.</summary>
        public int Seed { get; init; }

        /// <exception cref="ArgumentException">A value is impossible; the message names it.</exception>
        internal void Validate()
        {
            ArgumentException.ThrowIfNullOrEmpty(LabelColumnName);
            if (ValidationFraction is not (> 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(ValidationFraction),
                    $"The validation fraction must be above 0 and below 1. Received: {ValidationFraction.ToString(CultureInfo.InvariantCulture)}.");
            }
        }
    }
}
