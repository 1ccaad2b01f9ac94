using Advocacy.Local.Hosting;

namespace Advocacy.Tests.Local.Hosting;

public sealed class FunctionInvokerTests
{
    private readonly Calls _calls = new();

    [Fact]
    public async Task The_trigger_and_the_cancellation_reach_their_parameters()
    {
        using var source = new CancellationTokenSource();

        var result = await _calls.Invoker().InvokeAsync(Named("First"), "hello", source.Token);

        result.ShouldBeNull();
        _calls.All.ShouldBe(["first hello True"]);
    }

    [Fact]
    public async Task Named_values_are_converted_to_their_parameters_type()
    {
        var result = await _calls
            .Invoker()
            .InvokeAsync(
                Named("Optional"),
                "abc",
                TestContext.Current.CancellationToken,
                new Dictionary<string, object?> { ["times"] = "7" }
            );

        result.ShouldBe(21);
    }

    [Fact]
    public async Task A_parameter_that_nothing_gives_a_value_takes_its_default()
    {
        (await _calls.Invoker().InvokeAsync(Named("Optional"), "abc", TestContext.Current.CancellationToken)).ShouldBe(
            9
        );
    }

    [Fact]
    public async Task A_parameter_without_default_is_named()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() =>
            _calls.Invoker().InvokeAsync(Named("Unanswered"), "abc", TestContext.Current.CancellationToken)
        );

        error.Message.ShouldBe("Unanswered has a parameter 'other' that nothing gives a value.");
    }

    [Fact]
    public async Task The_functions_own_exception_comes_through()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() =>
            _calls.Invoker().InvokeAsync(Named("Broken"), "me", TestContext.Current.CancellationToken)
        );

        error.Message.ShouldBe("broken by me");
    }

    [Fact]
    public async Task What_lives_for_one_call_is_disposed_after_it()
    {
        await _calls.Invoker().InvokeAsync(Named("Optional"), "abc", TestContext.Current.CancellationToken);

        TestFunctions.Last.ShouldNotBeNull().Disposed.ShouldBeTrue();
    }

    private static Function Named(string name) => Calls.Catalog().All.Single(function => function.Name == name);
}
