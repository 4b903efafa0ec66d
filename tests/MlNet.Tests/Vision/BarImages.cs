using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.MlNet.Tests.Vision;

/// <summary>Grey images of bars that lie, stand or lean either way, as PNG files in a folder that is gone when the tests are over.</summary>
public sealed class BarImages : IDisposable
{
    public const int Size = 12;
    public static readonly string[] Classes = ["lying", "standing", "rising", "falling"];

    public BarImages()
    {
        Folder = Directory.CreateTempSubdirectory("bars").FullName;
        var random = new System.Random(5);
        for (var i = 0; i < 120; i++)
        {
            var pixels = Draw(i % Classes.Length, random);
            var rgba = new byte[pixels.Length * 4];
            for (var p = 0; p < pixels.Length; p++)
                (rgba[4 * p], rgba[(4 * p) + 1], rgba[(4 * p) + 2], rgba[(4 * p) + 3]) = (pixels[p], pixels[p], pixels[p], 255);
            using var image = MLImage.CreateFromPixels(Size, Size, MLPixelFormat.Rgba32, rgba);
            image.Save(Path.Combine(Folder, $"{i}.png"));
            Rows.Add(new Row { Name = $"{i}.png", Class = Classes[i % Classes.Length] });
        }

        Graph = FrozenGraph.Export(Pretrained(), "images", "classes");
    }

    public string Folder { get; }

    public List<Row> Rows { get; } = [];

    /// <summary>A network that was trained to tell the same bars apart, its output in another order of classes.</summary>
    public byte[] Graph { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static byte[] Draw(int kind, System.Random random)
    {
        var pixels = new byte[Size * Size];
        random.NextBytes(pixels);
        var place = random.Next(3, Size - 3);
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % Size, i / Size);
            var isBar = kind switch
            {
                0 => y == place,
                1 => x == place,
                2 => x + y == place + (Size / 2),
                _ => x - y == place - (Size / 2),
            };
            pixels[i] = isBar ? (byte)(200 + (pixels[i] % 56)) : (byte)(pixels[i] % 60);
        }

        return pixels;
    }

    private static Network Pretrained()
    {
        var random = new System.Random(11);
        var labels = Enumerable.Range(0, 400).Select(i => i % Classes.Length).ToArray();
        var pixels = labels.SelectMany(label => Draw(3 - label, random)).ToArray();
        var shape = new TensorShape(Size, Size, 1);
        var architecture = new NetworkArchitecture("bars", shape,
        [
            new Conv2D(8) { Activation = Activation.Relu },
            new MaxPool2D(),
            new Flatten(),
            new Dense(16) { Activation = Activation.Relu },
            new Dense(Classes.Length) { Activation = Activation.Softmax },
        ]);
        var images = ImageSet.FromBytes(pixels, 1f / 255, labels, shape, Classes.Length);
        return NetworkTrainer.Train(architecture, images, null, new TrainingOptions { Epochs = 12, Seed = 3, Optimizer = new Adam { LearningRate = 0.01 } }).Network;
    }

    public sealed class Row
    {
        public string Name { get; set; } = "";

        public string Class { get; set; } = "";
    }
}
