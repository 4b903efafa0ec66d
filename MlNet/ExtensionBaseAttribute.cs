namespace Microsoft.ML;

/// <summary>Base of attributes by which a loaded model finds classes that others wrote.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ExtensionBaseAttribute : Attribute
{
    private protected ExtensionBaseAttribute(string contractName)
    {
        ArgumentException.ThrowIfNullOrEmpty(contractName);
        ContractName = contractName;
    }

    /// <summary>The name that the model holds.</summary>
    public string ContractName { get; }
}
