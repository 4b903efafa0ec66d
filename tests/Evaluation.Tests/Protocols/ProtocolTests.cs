using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Protocols;

public class ProtocolTests
{
    private static readonly int[] Eleven = [2, 2, 0, 1, 0, 2, 1, 2, 2, 0, 0];

    /// <summary>Expected: the test rows of scikit-learn 1.2.1, KFold(3) and StratifiedKFold(3) over the labels above.</summary>
    [Fact]
    public void Folds_are_those_of_scikit_learn()
    {
        Assert.Equal(["0 1 2 3", "4 5 6 7", "8 9 10"], Tests(new KFold(3).Split(Eleven)));
        Assert.Equal(["0 1 2 3", "4 5 6 7", "8 9 10"], Tests(new StratifiedKFold(3).Split(Eleven)));
    }

    [SkippableFact]
    public void Folds_of_many_sizes_are_those_of_scikit_learn()
    {
        var random = new Random(5);
        var cases = new[] { (10, 2), (11, 3), (97, 5), (200, 10), (63, 7) }
            .Select(c => (Labels: Enumerable.Range(0, c.Item1).Select(_ => random.Next(4) == 0 ? 9 : random.Next(4)).ToArray(), Folds: c.Item2)).ToList();
        var answer = ScikitLearn.Ask(
            """
            import warnings; warnings.simplefilter("ignore")
            from sklearn.model_selection import KFold, StratifiedKFold, ShuffleSplit
            tests = lambda splits: [[t.tolist() for t in s] for s in splits]
            answer["k"] = [tests(KFold(c["folds"]).split(c["labels"])) for c in given["cases"]]
            answer["s"] = [tests(StratifiedKFold(c["folds"]).split(c["labels"], c["labels"])) for c in given["cases"]]
            answer["permutation"] = np.random.RandomState(0).permutation(97).tolist()
            answer["shuffle"] = [[sorted(t.tolist()) for t in s] for s in ShuffleSplit(1, test_size=.3, train_size=.5, random_state=0).split(range(97))]
            """,
            new { cases = cases.Select(c => new { labels = c.Labels, folds = c.Folds }) });

        for (var i = 0; i < cases.Count; i++)
        {
            AssertSame(answer.GetProperty("k")[i], new KFold(cases[i].Folds).Split(cases[i].Labels));
            AssertSame(answer.GetProperty("s")[i], new StratifiedKFold(cases[i].Folds).Split(cases[i].Labels));
        }

        var (train, test) = new ShuffleSplit(1, 0.3, 0.5).Sizes(97);
        AssertSame(answer.GetProperty("shuffle"), [ShuffleSplit.Cut(answer.GetProperty("permutation").Integers(), train, test)]);
    }

    public static TheoryData<string> Shuffled => ["k", "stratified", "shuffle"];

    [Theory]
    [MemberData(nameof(Shuffled))]
    public void Shuffled_folds_depend_on_the_seed_alone_and_never_overlap(string name)
    {
        var labels = Enumerable.Range(0, 100).Select(i => i % 4).ToArray();
        Protocol With(int seed) => name switch
        {
            "k" => new KFold(5, Shuffle: true, seed),
            "stratified" => new StratifiedKFold(5, Shuffle: true, seed),
            _ => new ShuffleSplit(5, 0.2, Seed: seed),
        };

        var folds = With(1).Split(labels);
        Assert.Equal(Tests(folds), Tests(With(1).Split(labels)));
        Assert.NotEqual(Tests(folds), Tests(With(2).Split(labels)));
        Assert.All(folds, fold =>
        {
            Assert.Equal((80, 20), (fold.Train.Length, fold.Test.Length));
            Assert.Empty(fold.Train.Intersect(fold.Test));
            Assert.Equal(fold.Train.Order(), fold.Train);
        });
        if (name == "shuffle")
            return;

        Assert.Equal(Enumerable.Range(0, 100), folds.SelectMany(fold => fold.Test).Order());
        if (name == "stratified")
            Assert.All(folds, fold => Assert.All(Enumerable.Range(0, 4), k => Assert.Equal(5, fold.Test.Count(row => labels[row] == k))));
    }

    [Fact]
    public void Repeats_differ()
    {
        var labels = new int[20];
        var folds = new Repeated(new KFold(4, Shuffle: true), 3).Split(labels);

        Assert.Equal(12, folds.Count);
        Assert.Equal(12, Tests(folds).Distinct().Count());
        Assert.Throws<ArgumentException>(() => new Repeated(new KFold(4), 3).Split(labels));
    }

    [Fact]
    public void Impossible_splits_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new KFold(3).Split([0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KFold(1).Split([0, 1]));
        Assert.Throws<ArgumentException>(() => new StratifiedKFold(3).Split([0, 0, 1, 1]));
        Assert.Throws<ArgumentException>(() => new ShuffleSplit(2, 1.5).Split([0, 1]));
        Assert.Throws<ArgumentException>(() => new ShuffleSplit(2, 0.6, 0.6).Split([0, 1]));
        Assert.Throws<ArgumentException>(() => new ShuffleSplit(2, 0.5).Split([0]));
    }

    [Fact]
    public void Protocols_say_what_they_are()
    {
        Assert.Equal("5 consecutive folds", new KFold(5).Description);
        Assert.Equal("10 stratified shuffled folds", new StratifiedKFold(10, Shuffle: true).Description);
        Assert.Equal("3 times 10 shuffle splits, 10 % judged", new Repeated(new ShuffleSplit(10), 3).Description);
    }

    private static List<string> Tests(IReadOnlyList<Fold> folds) => [.. folds.Select(fold => string.Join(' ', fold.Test))];

    private static void AssertSame(System.Text.Json.JsonElement expected, IReadOnlyList<Fold> folds)
    {
        Assert.Equal(expected.GetArrayLength(), folds.Count);
        for (var i = 0; i < folds.Count; i++)
        {
            Assert.Equal(expected[i][0].Integers(), folds[i].Train);
            Assert.Equal(expected[i][1].Integers(), folds[i].Test);
        }
    }
}
