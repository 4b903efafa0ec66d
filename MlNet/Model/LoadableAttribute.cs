namespace Microsoft.ML.Model;

/// <summary>Marks the static method <c>object Load(ModelLoadContext)</c> of a component as what reads blocks with this loader name.
/// It stands in a class that is not generic.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class LoadableAttribute(string loader) : Attribute
{
    internal string Loader => loader;
}
