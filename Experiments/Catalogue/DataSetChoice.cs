namespace MlNetFashion.Experiments.Catalogue;

/// <summary>The data sets that an experiment may run on: 28 x 28 grey images in ten classes.</summary>
internal enum DataSetChoice
{
    FashionMnist,
    Mnist,
}
