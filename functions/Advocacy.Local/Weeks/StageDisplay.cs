namespace Advocacy.Local.Weeks;

/// <summary>Shows how a run comes along: bars on a terminal, a line per stage elsewhere, nothing where only the result is wanted.</summary>
internal abstract class StageDisplay
{
    /// <summary>Shows stages while <paramref name="run"/> runs.</summary>
    public virtual Task<T> ShowAsync<T>(Func<Task<T>> run) => run();

    /// <param name="total">How many there are to do; <c>null</c> where it is not known.</param>
    public abstract void Begin(string stage, long? total);

    public abstract void Advance(string stage, long by);

    /// <param name="summary">What the stage came to, in one line.</param>
    public abstract void Done(string stage, string summary);
}

/// <summary>Shows nothing.</summary>
internal sealed class NoDisplay : StageDisplay
{
    public override void Begin(string stage, long? total) { }

    public override void Advance(string stage, long by) { }

    public override void Done(string stage, string summary) { }
}

/// <summary>One line per stage, when it is done.</summary>
internal sealed class LineDisplay(TextWriter output) : StageDisplay
{
    public override void Begin(string stage, long? total) { }

    public override void Advance(string stage, long by) { }

    public override void Done(string stage, string summary) => output.WriteLine($"  {stage, -10} {summary}");
}
