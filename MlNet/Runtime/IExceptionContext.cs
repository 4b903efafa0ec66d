namespace Microsoft.ML.Runtime;

/// <summary>Marks exceptions with where they came from before they are thrown.</summary>
public interface IExceptionContext
{
    /// <summary>Where the code runs, in words.</summary>
    string ContextDescription { get; }

    /// <summary>Marks an exception; the caller throws what comes back.</summary>
    TException Process<TException>(TException ex)
        where TException : Exception;
}
