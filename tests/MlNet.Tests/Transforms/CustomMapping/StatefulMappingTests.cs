using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MlNetFashion.MlNet.Tests.Transforms.CustomMapping;

public class StatefulMappingTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    private static bool[] Signs => [true, true, false, true, false, true, false, false, false];

    [Fact]
    public void The_state_goes_along_from_row_to_row_and_is_new_for_every_pass()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Signs.Select(sign => new Input { Sign = sign }).ToList());
        var model = _mlContext.Transforms.StatefulCustomMapping<Input, Output, State>(Fibonacci.Next, Fibonacci.Begin, "Fibonacci").Fit(data);

        long[] expected = [1, 2, -3, 5, -8, 13, -21, -34, -55];
        var view = model.Transform(data);
        Assert.Equal(expected, view.GetColumn<long>("Signed"));
        Assert.Equal(expected, view.GetColumn<long>("Signed"));

        // Rows are mapped although nobody asks for what comes of them.
        Assert.Equal(expected[^1], _mlContext.Data.SkipRows(view, 8).GetColumn<long>("Signed").Single());

        using var stream = new MemoryStream();
        _mlContext.Model.Save(model, data.Schema, stream);
        var loading = new MLContext();
        loading.ComponentCatalog.RegisterAssembly(typeof(Fibonacci).Assembly);
        Assert.Equal(expected, loading.Model.Load(stream, out _).Transform(data).GetColumn<long>("Signed"));
    }

    [Fact]
    public void A_predicate_with_a_state_drops_what_it_accepts()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Signs.Select(sign => new Input { Sign = sign }).ToList());
        var kept = _mlContext.Data.FilterByStatefulCustomPredicate<Input, State>(data, (_, state) => state.Prev++ % 3 != 0, state => state.Prev = 0);
        Assert.Equal([Signs[0], Signs[3], Signs[6]], kept.GetColumn<bool>("Sign"));
        Assert.Equal(3, kept.GetColumn<bool>("Sign").Count());
    }

    [Fact]
    public void Members_of_a_type_of_the_users_own_are_columns()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Hero> { new() { One = new Body(2), Two = new Body(4000) } });
        var model = _mlContext.Transforms.CustomMapping<Hero, Super>((hero, super) => super.Merged.Age = hero.One.Age + hero.Two.Age, contractName: null).Fit(data);
        Assert.Equal(4002, _mlContext.Data.CreateEnumerable<Super>(model.Transform(data), reuseRowObject: false).Single().Merged.Age);
        using var engine = _mlContext.Model.CreatePredictionEngine<Hero, Super>(model);
        Assert.Equal(6, engine.Predict(new Hero { One = new Body(1), Two = new Body(5) }).Merged.Age);
        Assert.NotEqual(data.Schema["One"].Type, data.Schema["Two"].Type);
    }

    private sealed class Input
    {
        public bool Sign { get; set; }
    }

    private sealed class Output
    {
        public long Signed { get; set; }
    }

    private sealed class State
    {
        public long Prev { get; set; }

        public long Prev2 { get; set; }
    }

    [CustomMappingFactoryAttribute("Fibonacci")]
    private sealed class Fibonacci : StatefulCustomMappingFactory<Input, Output, State>
    {
        public static void Begin(State state) => (state.Prev2, state.Prev) = (0, 1);

        public static void Next(Input input, Output output, State state)
        {
            var next = state.Prev2 + state.Prev;
            output.Signed = input.Sign ? next : -next;
            (state.Prev2, state.Prev) = (state.Prev, next);
        }

        public override Action<Input, Output, State> GetMapping() => Next;

        public override Action<State> GetStateInitAction() => Begin;
    }

    private sealed class Body(int age)
    {
        public int Age { get; set; } = age;
    }

    private sealed class BodyTypeAttribute(int race) : DataViewTypeAttribute
    {
#pragma warning disable CS0618 // ML.NET's own sample registers with the form that is deprecated.
        public override void Register() => DataViewTypeManager.Register(new BodyType(race), typeof(Body), new[] { this });
#pragma warning restore CS0618

        public override bool Equals(DataViewTypeAttribute? other) => other is BodyTypeAttribute attribute && attribute.GetHashCode() == GetHashCode();

        public override int GetHashCode() => race;
    }

    private sealed class BodyType(int race) : StructuredDataViewType(typeof(Body))
    {
        public override bool Equals(DataViewType? other) => other is BodyType type && type.GetHashCode() == GetHashCode();

        public override int GetHashCode() => race;
    }

    private sealed class Hero
    {
        [BodyType(100)]
        public Body One { get; set; } = new(0);

        [BodyType(200)]
        public Body Two { get; set; } = new(0);
    }

    private sealed class Super
    {
        [BodyType(7)]
        public Body Merged { get; set; } = new(0);
    }
}
