using Microsoft.ML.Runtime;


namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// Grows regression trees leaf by leaf: always the leaf is split next that gains most by it. The histograms of the smaller side are counted, those of the other
/// side are what is left of the parent's (Ke et al., 2017). The result does not depend on the number of threads.
/// </summary>
internal sealed unsafe class TreeGrower
{
    private const int WorthSharing = 1 << 15;
    private readonly BinnedRows _rows;
    private readonly TreeSettings _settings;
    private readonly PackedTargets _targets;
    private readonly PackedTargets? _weights;
    private readonly int[] _order;
    private readonly int[] _moved;
    private readonly long[] _gathered;
    private readonly long[] _gatheredWeights;
    private readonly int[] _uses;
    private readonly Random _random;
    private readonly Stack<long[]> _free = new();
    private readonly int _histograms;
    private int _made;

    internal TreeGrower(BinnedRows rows, float[]? weights, TreeSettings settings)
    {
        _rows = rows;
        _settings = settings;
        _targets = new PackedTargets(rows.Count);
        if (weights is not null)
        {
            _weights = new PackedTargets(rows.Count);
            _weights.Pack(Array.ConvertAll(weights, weight => (double)weight));
        }

        _order = new int[rows.Count];
        _moved = new int[rows.Count];
        _gathered = new long[rows.Count];
        _gatheredWeights = new long[weights is null ? 0 : rows.Count];
        _uses = new int[rows.Features.Length];
        _random = new TauswortheHybrid((uint)settings.FeatureSeed);
        _histograms = (int)Math.Max(2, Math.Min(settings.Leaves, settings.HistogramBytes / Math.Max(1, HistogramLength * sizeof(long))));
    }

    private int BlockLength => BinnedRows.BlockFeatures * BinnedRows.MaximumBins;

    private long HistogramLength => (long)_rows.Blocks.Length * BlockLength * (_weights is null ? 1 : 2);

    /// <summary>A tree whose leaves are the means of the targets; null where no split gains anything.</summary>
    /// <param name="targets">What to learn, already multiplied by the weights where there are any.</param>
    /// <param name="subset">The rows to learn from, ascending; empty for all.</param>
    internal GrownTree? Grow(double[] targets, ReadOnlySpan<int> subset)
    {
        _targets.Pack(targets);
        int count = subset.IsEmpty ? _rows.Count : subset.Length;
        for (int i = 0; i < count; i++)
            _order[i] = subset.IsEmpty ? i : subset[i];
        bool[]? features = Draw(_settings.FeatureFraction, null);
        var leaves = new List<GrowingLeaf> { Root(targets, count) };
        var tree = new TreeBuilder();
        Evaluate(leaves[0], null, null, features);
        if (!(leaves[0].Best.Gain > 0))
        {
            Release(leaves[0]);
            return null;
        }

        while (leaves.Count < _settings.Leaves)
        {
            int widest = 0;
            for (int i = 1; i < leaves.Count; i++)
            {
                if (leaves[i].Best.Gain > leaves[widest].Best.Gain)
                    widest = i;
            }

            GrowingLeaf leaf = leaves[widest];
            if (!(leaf.Best.Gain > 0))
                break;
            Split(leaves, widest, tree, targets, features);
        }

        foreach (GrowingLeaf leaf in leaves)
            Release(leaf);
        double[] means = [.. leaves.Select(Mean)];
        return new GrownTree(tree.Build(means), _order, [.. leaves.Select(leaf => (leaf.Begin, leaf.Count))]);
    }

    private GrowingLeaf Root(double[] targets, int count)
    {
        long sum = 0;
        long weight = 0;
        double squares = 0;
        for (int i = 0; i < count; i++)
        {
            int row = _order[i];
            sum += _targets.Values[row];
            if (_weights is not null)
                weight += _weights.Values[row];
            squares += targets[row] * targets[row];
        }

        return new GrowingLeaf { Begin = 0, Count = count, Sum = sum, Weight = weight, Squares = squares };
    }

    private double Mean(GrowingLeaf leaf) => _targets.Sum(leaf.Sum) / Size(leaf);

    private double Size(GrowingLeaf leaf) => _weights is null ? leaf.Count : _weights.Sum(leaf.Weight);

    private void Split(List<GrowingLeaf> leaves, int index, TreeBuilder tree, double[] targets, bool[]? features)
    {
        GrowingLeaf leaf = leaves[index];
        SplitCandidate split = leaf.Best;
        int leftCount = Partition(leaf, split);
        double size = Size(leaf);
        double variance = (leaf.Squares - (_targets.Sum(leaf.Sum) / size)) / (size - 1);
        int node = tree.Add(
            _rows.Features[split.Feature],
            split.Bin,
            _rows.UpperBounds[split.Feature][split.Bin],
            split.Gain,
            ErrorFunction.Complementary(Math.Sqrt(split.ShiftedGain * (size - 1) / (2 * variance * size))),
            leaf.Parent < 0 ? 0 : Mean(leaf),
            leaf.Parent,
            leaf.IsLeft,
            index,
            leaves.Count);
        _uses[split.Feature]++;
        bool leftSmaller = leftCount <= leaf.Count - leftCount;
        int smallBegin = leftSmaller ? leaf.Begin : leaf.Begin + leftCount;
        double squares = 0;
        for (int i = smallBegin; i < smallBegin + Math.Min(leftCount, leaf.Count - leftCount); i++)
            squares += targets[_order[i]] * targets[_order[i]];
        var left = new GrowingLeaf
        {
            Begin = leaf.Begin, Count = leftCount, Sum = split.Left, Weight = split.LeftWeight, Parent = node, IsLeft = true,
            Squares = leftSmaller ? squares : leaf.Squares - squares,
        };
        var right = new GrowingLeaf
        {
            Begin = leaf.Begin + leftCount, Count = leaf.Count - leftCount, Sum = leaf.Sum - split.Left, Weight = leaf.Weight - split.LeftWeight, Parent = node, IsLeft = false,
            Squares = leftSmaller ? leaf.Squares - squares : squares,
        };
        leaves[index] = left;
        leaves.Add(right);
        long[]? parent = leaf.Histograms;
        leaf.Histograms = null;
        if (leaves.Count == _settings.Leaves)
        {
            // The tree is full; nothing will be split any more.
            if (parent is not null)
                _free.Push(parent);
            return;
        }

        MakeRoom(leaves, left, right, parent is null ? 2 : 1);
        if (parent is null)
        {
            Evaluate(left, null, null, features);
            Evaluate(right, null, null, features);
        }
        else
        {
            Evaluate(leftSmaller ? left : right, leftSmaller ? right : left, parent, features);
        }
    }

    /// <summary>Takes histograms from leaves that gain least, which are counted again when it comes to it.</summary>
    private void MakeRoom(List<GrowingLeaf> leaves, GrowingLeaf left, GrowingLeaf right, int needed)
    {
        while (_free.Count + _histograms - _made < needed)
        {
            GrowingLeaf? poorest = null;
            foreach (GrowingLeaf leaf in leaves)
            {
                if (leaf != left && leaf != right && leaf.Histograms is not null && (poorest is null || leaf.Best.Gain < poorest.Best.Gain))
                    poorest = leaf;
            }

            if (poorest is null)
                return;
            Release(poorest);
        }
    }

    private void Release(GrowingLeaf leaf)
    {
        if (leaf.Histograms is not null)
            _free.Push(leaf.Histograms);
        leaf.Histograms = null;
    }

    private long[] Take()
    {
        if (_free.TryPop(out long[]? histograms))
            return histograms;
        _made++;
        return new long[HistogramLength];
    }

    /// <summary>Puts the rows that go left before those that go right, each in their order, and gives the number of the former.</summary>
    private int Partition(GrowingLeaf leaf, SplitCandidate split)
    {
        byte[] block = _rows.Blocks[split.Feature / BinnedRows.BlockFeatures];
        int lane = split.Feature % BinnedRows.BlockFeatures;
        Span<int> rows = _order.AsSpan(leaf.Begin, leaf.Count);
        int left = 0;
        int right = 0;
        foreach (int row in rows)
        {
            // Both are written, one of them counts: the rows fall either way too unpredictably for a branch.
            bool goesLeft = block[(row * BinnedRows.BlockFeatures) + lane] <= split.Bin;
            rows[left] = row;
            _moved[right] = row;
            left += goesLeft ? 1 : 0;
            right += goesLeft ? 0 : 1;
        }

        _moved.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }

    /// <summary>
    /// Counts the histograms of a leaf and finds its best split; where there is a sibling, its histograms are those of the parent less the leaf's, and its best
    /// split is found, too.
    /// </summary>
    private void Evaluate(GrowingLeaf leaf, GrowingLeaf? sibling, long[]? parent, bool[]? features)
    {
        leaf.Histograms = Take();
        bool all = leaf.Count == _rows.Count;
        long[] values = all ? _targets.Values : Gather(leaf, _targets.Values, _gathered);
        long[]? weights = _weights is null ? null : all ? _weights.Values : Gather(leaf, _weights.Values, _gatheredWeights);
        bool[]? drawn = Draw(_settings.FeatureFractionPerSplit, features);
        bool[]? siblingDrawn = sibling is null ? null : Draw(_settings.FeatureFractionPerSplit, features);
        var best = new SplitCandidate[_rows.Blocks.Length];
        var siblingBest = new SplitCandidate[_rows.Blocks.Length];
        void Work(int block)
        {
            Count(leaf, all, block, values, 0, leaf.Histograms);
            if (weights is not null)
                Count(leaf, all, block, weights, _rows.Blocks.Length, leaf.Histograms);
            best[block] = Search(leaf, leaf.Histograms, block, drawn);
            if (sibling is null)
                return;
            HistogramKernels.Subtract(Part(parent!, block), Part(leaf.Histograms, block));
            if (weights is not null)
                HistogramKernels.Subtract(Part(parent!, _rows.Blocks.Length + block), Part(leaf.Histograms, _rows.Blocks.Length + block));
            siblingBest[block] = Search(sibling, parent!, block, siblingDrawn);
        }

        if (_settings.Threads == 1 || leaf.Count * (long)_rows.Blocks.Length < WorthSharing)
        {
            for (int block = 0; block < best.Length; block++)
                Work(block);
        }
        else
        {
            Parallel.For(0, best.Length, new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads }, Work);
        }

        leaf.Best = Greatest(best);
        if (sibling is not null)
        {
            sibling.Histograms = parent;
            sibling.Best = Greatest(siblingBest);
        }
    }

    private long[] Gather(GrowingLeaf leaf, long[] values, long[] gathered)
    {
        ReadOnlySpan<int> rows = _order.AsSpan(leaf.Begin, leaf.Count);
        for (int i = 0; i < rows.Length; i++)
            gathered[i] = values[rows[i]];
        return gathered;
    }

    private Span<long> Part(long[] histograms, int block) => histograms.AsSpan(block * BlockLength, BlockLength);

    private void Count(GrowingLeaf leaf, bool all, int block, long[] values, int offset, long[] histograms)
    {
        Span<long> part = Part(histograms, offset + block);
        part.Clear();
        fixed (byte* bins = _rows.Blocks[block])
        fixed (int* rows = &_order[leaf.Begin])
        fixed (long* source = values, target = part)
            HistogramKernels.Fill(bins, all ? null : rows, source, leaf.Count, target);
    }

    private SplitCandidate Search(GrowingLeaf leaf, long[] histograms, int block, bool[]? drawn)
    {
        var search = new SplitSearch(_targets, _weights, _settings.MinimumRows);
        SplitCandidate best = SplitCandidate.None;
        int end = Math.Min((block + 1) * BinnedRows.BlockFeatures, _rows.Features.Length);
        for (int feature = block * BinnedRows.BlockFeatures; feature < end; feature++)
        {
            if (drawn is not null && !drawn[feature])
                continue;
            int bins = _rows.UpperBounds[feature].Length;
            int start = feature * BinnedRows.MaximumBins;
            ReadOnlySpan<long> weights = _weights is null ? default : histograms.AsSpan((_rows.Blocks.Length * BlockLength) + start, bins);
            SplitCandidate found = search.Find(feature, histograms.AsSpan(start, bins), weights, leaf.Sum, leaf.Weight);
            double penalty = _uses[feature] == 0 ? _settings.FirstUsePenalty : _settings.ReusePenalty * Math.Log(_uses[feature] + 1);
            if (found.ShiftedGain - penalty > best.Gain)
                best = found with { Gain = found.ShiftedGain - penalty };
        }

        return best;
    }

    /// <summary>The best of all blocks; of equals the one with the lowest feature.</summary>
    private static SplitCandidate Greatest(SplitCandidate[] candidates)
    {
        SplitCandidate best = SplitCandidate.None;
        foreach (SplitCandidate candidate in candidates)
        {
            if (candidate.Gain > best.Gain)
                best = candidate;
        }

        return best;
    }

    /// <summary>Draws a share of the features, at least one; null for all.</summary>
    private bool[]? Draw(double fraction, bool[]? among)
    {
        if (fraction >= 1)
            return among;
        int[] candidates = [.. Enumerable.Range(0, _uses.Length).Where(feature => among is null || among[feature])];
        int wanted = Math.Max(1, (int)Math.Round(fraction * candidates.Length));
        var drawn = new bool[_uses.Length];
        for (int i = 0; i < Math.Min(wanted, candidates.Length); i++)
        {
            int other = i + _random.Next(candidates.Length - i);
            (candidates[i], candidates[other]) = (candidates[other], candidates[i]);
            drawn[candidates[i]] = true;
        }

        return drawn;
    }
}
