namespace Microsoft.ML.Runtime;

/// <summary>Marks options that a component can be made of.</summary>
public interface IComponentFactory
{
}
