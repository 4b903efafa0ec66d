namespace Microsoft.ML.Vision;

/// <content>The end of training before the last epoch.</content>
public sealed partial class ImageClassificationTrainer
{
    /// <summary>What early stopping looks at.</summary>
    public enum EarlyStoppingMetric
    {
        /// <summary>The share of images put into the right class; it should rise.</summary>
        Accuracy,

        /// <summary>The cross-entropy; it should fall.</summary>
        Loss,
    }

    /// <summary>Ends the training once a measure has not improved for some epochs.</summary>
    public sealed class EarlyStopping
    {
        private readonly EarlyStoppingMetric _metric;
        private float _best;
        private int _waited;

        /// <param name="minDelta">By how much the measure must improve to count. The default is 0.01.</param>
        /// <param name="patience">After how many epochs without improvement the training ends. The default is 20.</param>
        /// <param name="metric">The measure. The default is accuracy.</param>
        /// <param name="checkIncreasing">Not looked at: accuracy should rise and loss fall.</param>
        public EarlyStopping(
            float minDelta = 0.01f, int patience = 20, EarlyStoppingMetric metric = EarlyStoppingMetric.Accuracy, bool checkIncreasing = true)
        {
            _metric = metric;
            MinDelta = Math.Abs(minDelta);
            Patience = patience;
            CheckIncreasing = metric switch
            {
                EarlyStoppingMetric.Accuracy => true,
                EarlyStoppingMetric.Loss => false,
                _ => checkIncreasing,
            };
            Reset();
        }

        /// <summary>By how much the measure must improve to count.</summary>
        public float MinDelta { get; set; }

        /// <summary>After how many epochs without improvement the training ends.</summary>
        public int Patience { get; set; }

        /// <summary>Whether the measure should rise, and not fall.</summary>
        public bool CheckIncreasing { get; set; }

        /// <summary>To be asked after every epoch: whether the training should end.</summary>
        public bool ShouldStop(TrainMetrics currentMetrics)
        {
            ArgumentNullException.ThrowIfNull(currentMetrics);
            var value = _metric == EarlyStoppingMetric.Accuracy ? currentMetrics.Accuracy : currentMetrics.CrossEntropy;
            if ((CheckIncreasing ? value - _best : _best - value) >= MinDelta)
            {
                _best = value;
                _waited = 0;
                return false;
            }

            return ++_waited >= Patience;
        }

        /// <summary>Forgets all epochs, before another training.</summary>
        internal void Reset()
        {
            _best = CheckIncreasing ? 0 : float.PositiveInfinity;
            _waited = 0;
        }
    }
}
