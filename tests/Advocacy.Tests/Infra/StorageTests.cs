using System.Text.Json;
using Advocacy.Platform.Queue;
using Advocacy.Platform.StorageQueues;

namespace Advocacy.Tests.Infra;

public sealed class StorageTests(BicepFixture bicep)
{
    [Fact]
    public async Task Each_queue_of_the_code_is_made_with_its_poison_queue_and_no_other()
    {
        var template = await bicep.DevAsync();

        template
            .Of("Microsoft.Storage/storageAccounts/queueServices/queues")
            .Select(queue => queue.OwnName)
            .ShouldBe([.. Queues.All, .. Queues.All.Select(Queues.PoisonOf)], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_gets_in_with_a_key_or_without_a_sign_in()
    {
        foreach (var template in new[] { await bicep.DevAsync(), await bicep.ProdAsync() })
        {
            var account = template.One("Microsoft.Storage/storageAccounts");
            account.Property("allowSharedKeyAccess").GetBoolean().ShouldBeFalse();
            account.Property("allowBlobPublicAccess").GetBoolean().ShouldBeFalse();
            account.Property("supportsHttpsTrafficOnly").GetBoolean().ShouldBeTrue();
            account.Property("minimumTlsVersion").GetString().ShouldBe("TLS1_2");
            template
                .Of("Microsoft.Storage/storageAccounts/blobServices/containers")
                .ShouldAllBe(container => container.Property("publicAccess").GetString() == "None");
        }
    }

    [Fact]
    public async Task Long_messages_have_a_container_and_go_when_the_code_says()
    {
        var template = await bicep.DevAsync();

        var rule = template
            .One("Microsoft.Storage/storageAccounts/managementPolicies")
            .Property("policy", "rules")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("definition");

        template
            .Of("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Select(container => container.OwnName)
            .ShouldContain(LongMessages.Container);
        Texts(rule.GetProperty("filters").GetProperty("prefixMatch")).ShouldBe([LongMessages.Container + "/"]);
        rule.GetProperty("actions")
            .GetProperty("baseBlob")
            .GetProperty("delete")
            .GetProperty("daysAfterModificationGreaterThan")
            .GetInt32()
            .ShouldBe(LongMessages.KeepDays);
    }

    [Fact]
    public async Task The_app_reads_its_package_from_the_container_that_is_made_for_it()
    {
        var template = await bicep.DevAsync();

        var package = template
            .One("Microsoft.Web/sites")
            .Property("functionAppConfig", "deployment", "storage", "value")
            .GetString()!;

        template
            .Of("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Select(container => container.OwnName)
            .Where(name => name != LongMessages.Container)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(name => package.ShouldContain($"'{name}'"));
    }

    private static IEnumerable<string?> Texts(JsonElement list) =>
        list.EnumerateArray().Select(text => text.GetString());
}
