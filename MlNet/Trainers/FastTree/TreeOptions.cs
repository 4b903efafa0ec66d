namespace Microsoft.ML.Trainers.FastTree;

/// <summary>The options of trainers that grow regression trees.</summary>
public abstract class TreeOptions : TrainerInputBaseWithGroupId
{
    /// <summary>Whether a round in which no tree can be grown is passed over rather than the end.</summary>
    public bool AllowEmptyTrees = true;

    /// <summary>The number of threads; null for one a processor. It does not change the result.</summary>
    public int? NumberOfThreads;

    /// <summary>Whether to keep the transposed data on disk; memory is always used here.</summary>
    public bool? DiskTranspose;

    /// <summary>Whether to store exclusive features together, which does not change the result.</summary>
    public bool FeatureFlocks = true;

    /// <summary>Whether to split by categories; only false is supported.</summary>
    public bool CategoricalSplit;

    /// <summary>The most groups of categories at a node, where splits are by categories.</summary>
    public int MaximumCategoricalGroupCountPerNode = 64;

    /// <summary>The most categories that are looked at, where splits are by categories.</summary>
    public int MaximumCategoricalSplitPointCount = 64;

    /// <summary>The least share of rows that a category needs, where splits are by categories.</summary>
    public double MinimumExampleFractionForCategoricalSplit = 0.001;

    /// <summary>The least number of rows that a category needs, where splits are by categories.</summary>
    public int MinimumExamplesForCategoricalSplit = 100;

    /// <summary>How much categories with few rows are preferred, where splits are by categories.</summary>
    public double Bias;

    /// <summary>How categories with few rows are put together.</summary>
    public Bundle Bundling = Bundle.None;

    /// <summary>The most bins that the values of a feature are sorted into; at most 256 here.</summary>
    public int MaximumBinCountPerFeature = 255;

    /// <summary>From what share of zeros a feature is stored sparsely, which does not change the result.</summary>
    public double SparsifyThreshold = 0.7;

    /// <summary>The seed of the choice of rows.</summary>
    public int Seed = 123;

    /// <summary>The seed of the choice of features.</summary>
    public int FeatureSelectionSeed = 123;

    /// <summary>How much splits into equal parts are preferred; from 0 to 1.</summary>
    public double EntropyCoefficient;

    /// <summary>The number of histograms kept; less than 2 for two thirds of the leaves. It does not change the result.</summary>
    public int HistogramPoolSize = -1;

    /// <summary>Whether to report the time spent.</summary>
    public bool ExecutionTime;

    /// <summary>What is taken off the gain of a split by a feature that no earlier split used.</summary>
    public double FeatureFirstUsePenalty;

    /// <summary>What is taken off the gain of a split by a feature that earlier splits used.</summary>
    public double FeatureReusePenalty;

    /// <summary>How sure a gain must be; only 0 is supported.</summary>
    public double GainConfidenceLevel;

    /// <summary>How much chance decides among splits; only 0 is supported.</summary>
    public double SoftmaxTemperature;

    /// <summary>The most leaves of a tree.</summary>
    public int NumberOfLeaves = 20;

    /// <summary>The fewest rows of a leaf.</summary>
    public int MinimumExampleCountPerLeaf = 10;

    /// <summary>The number of trees.</summary>
    public int NumberOfTrees = 100;

    /// <summary>The share of features that a tree may use, drawn for each tree.</summary>
    public double FeatureFraction = 1;

    /// <summary>For how many trees the same rows are drawn; 0 to use all rows always.</summary>
    public int BaggingSize;

    /// <summary>The share of rows drawn where <see cref="BaggingSize"/> is not 0.</summary>
    public double BaggingExampleFraction = 0.7;

    /// <summary>The share of features that a split may use, drawn for each split.</summary>
    public double FeatureFractionPerSplit = 1;

    /// <summary>How much a leaf takes over from the nodes above it; from 0 to 1.</summary>
    public double Smoothing;

    /// <summary>Whether to fit the weights of the trees again afterwards; only false is supported.</summary>
    public bool CompressEnsemble;

    /// <summary>Whether to report the memory used.</summary>
    public bool MemoryStatistics = true;

    /// <summary>After how many trees the error is reported.</summary>
    public int TestFrequency = int.MaxValue;

    /// <summary>The defaults.</summary>
    protected TreeOptions()
    {
    }
}
