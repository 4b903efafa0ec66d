namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>One executable piece of a plan, made of one or several layers.</summary>
internal abstract class Stage(PlanState state)
{
    protected PlanState State { get; } = state;

    /// <summary>What runs, as the printed plan says it.</summary>
    public abstract string Description { get; }

    /// <summary>The parameters this stage changes, in their layers' order.</summary>
    public virtual IEnumerable<Parameter> Parameters => [];

    /// <summary>The parameter whose squares this stage sums up while it updates it, so that L2's part of the loss costs no pass of its own; or null.</summary>
    public virtual Parameter? Measured => null;

    /// <summary>The sum of the squares of <see cref="Measured"/> as they were before the last update.</summary>
    public virtual double SquaresBeforeUpdate => 0;

    /// <summary>Called before the jobs of a pass.</summary>
    public virtual void BeginPass()
    {
    }

    public abstract void AddForward(JobList jobs);

    public abstract void AddBackward(JobList jobs);
}
