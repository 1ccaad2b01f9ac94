using System.Reflection;
using System.Reflection.Emit;
using Advocacy.Functions;
using Advocacy.Local.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Advocacy.Tests.Local.Hosting;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void Every_function_of_the_flow_is_found_with_its_trigger()
    {
        var catalog = FunctionCatalog.Of(typeof(HarvestFeeds).Assembly, _ => null);

        catalog
            .Timers.Select(timer => (timer.Name, timer.Schedule))
            .ShouldBe(
                [
                    ("HarvestFeeds", "0 7 * * * *"),
                    ("KeepHouse", "0 41 3 * * *"),
                    ("PlanDigests", "0 53 * * * *"),
                    ("ReadBounces", "0 */10 * * * *"),
                    ("RollUpInsights", "0 23 * * * *"),
                ],
                ignoreOrder: true
            );
        catalog
            .Queues.Select(function => function.Queue)
            .ShouldBe(
                [
                    "content",
                    "tone",
                    "digests",
                    "engagement",
                    "joins",
                    "invitations",
                    "fresh-links",
                    "mail-events",
                    "answers",
                    "content-poison",
                    "tone-poison",
                    "digests-poison",
                    "engagement-poison",
                    "joins-poison",
                    "invitations-poison",
                    "fresh-links-poison",
                    "mail-events-poison",
                    "answers-poison",
                ],
                ignoreOrder: true
            );
        catalog
            .Http.Select(function => function.Route)
            .Distinct()
            .ShouldBe(
                [
                    "consent/{token}",
                    "unsubscribe/{token}",
                    "share/{token}",
                    "l/{code}",
                    "m/{token}",
                    "api/conversions",
                    "join",
                    "join/{token}",
                    "invitation/{token}",
                    "no-thanks/{token}",
                    "preferences/{token}",
                    "preferences/{token}/data",
                    "preferences/{token}/data.json",
                    "preferences/{token}/erase",
                    "share/{token}/opened",
                    "mail-events",
                    "programme",
                    "pulse/{token}",
                    "branding",
                    "training/{archetype}",
                    "sources",
                    "sources/new",
                    "sources/{id}",
                    "desk",
                    "desk/{id}",
                    "desk/{id}/mail",
                    "desk/failures",
                    "dashboard",
                    "dashboard/{file}",
                    "drop",
                    "drop/{id}",
                    "suggest/{token}",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Every_timer_of_the_flow_has_a_schedule_that_can_be_read()
    {
        foreach (var timer in FunctionCatalog.Of(typeof(HarvestFeeds).Assembly, _ => null).Timers)
        {
            TimerLoop.Parse(timer).GetNextOccurrence(DateTime.UnixEpoch).ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_schedule_may_come_from_a_setting()
    {
        var assembly = AssemblyWith(("Tick", typeof(TimerTriggerAttribute), "%Tick%", typeof(TimerInfo)));

        FunctionCatalog
            .Of(assembly, key => key == "Tick" ? "0 0 * * * *" : null)
            .Timers.Single()
            .Schedule.ShouldBe("0 0 * * * *");
        Should
            .Throw<InvalidOperationException>(() => FunctionCatalog.Of(assembly, _ => null))
            .Message.ShouldBe("Tick takes its trigger from the setting 'Tick', which is not set.");
    }

    [Fact]
    public void Two_functions_of_one_name_are_refused()
    {
        var assembly = AssemblyWith(
            ("Same", typeof(QueueTriggerAttribute), "one", typeof(string)),
            ("same", typeof(QueueTriggerAttribute), "two", typeof(string))
        );

        Should
            .Throw<InvalidOperationException>(() => FunctionCatalog.Of(assembly, _ => null))
            .Message.ShouldContain("unique");
    }

    [Fact]
    public void A_message_that_is_no_string_is_refused()
    {
        var assembly = AssemblyWith(("Odd", typeof(QueueTriggerAttribute), "one", typeof(int)));

        Should
            .Throw<InvalidOperationException>(() => FunctionCatalog.Of(assembly, _ => null))
            .Message.ShouldBe("Odd takes its message as Int32; functions here take it as a string.");
    }

    [Theory]
    [InlineData("{}", "api")]
    [InlineData("""{"extensions":{"http":{"routePrefix":""}}}""", "")]
    [InlineData("""{"extensions":{"http":{"routePrefix":"x"}}}""", "x")]
    public void The_route_prefix_is_what_host_json_says(string hostJson, string prefix) =>
        FunctionCatalog.RoutePrefix(hostJson).ShouldBe(prefix);

    /// <summary>An assembly of functions with one trigger parameter each.</summary>
    private static AssemblyBuilder AssemblyWith(
        params (string Name, Type Trigger, string Value, Type Parameter)[] functions
    )
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Made"), AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule("Made").DefineType("Made", TypeAttributes.Public);
        foreach (var (name, trigger, value, parameterType) in functions)
        {
            var method = type.DefineMethod($"Run{name}", MethodAttributes.Public, typeof(void), [parameterType]);
            method.SetCustomAttribute(
                new CustomAttributeBuilder(typeof(FunctionAttribute).GetConstructor([typeof(string)])!, [name])
            );
            method
                .DefineParameter(1, ParameterAttributes.None, "trigger")
                .SetCustomAttribute(new CustomAttributeBuilder(trigger.GetConstructor([typeof(string)])!, [value]));
            method.GetILGenerator().Emit(OpCodes.Ret);
        }
        type.CreateType();
        return assembly;
    }
}
