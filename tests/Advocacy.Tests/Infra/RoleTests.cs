namespace Advocacy.Tests.Infra;

/// <summary>The app's identity may do what the adapters and the platform need, each on its one resource, and no more.</summary>
public sealed class RoleTests(BicepFixture bicep)
{
    [Theory]
    // The host's leases and the package; the blobs of long messages.
    [InlineData("Microsoft.Storage/storageAccounts", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner")]
    // Enqueue; the platform's receiving, deleting and moving to poison.
    [InlineData(
        "Microsoft.Storage/storageAccounts",
        "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        "Storage Queue Data Contributor"
    )]
    [InlineData(
        "Microsoft.CognitiveServices/accounts",
        "a97b65f3-24c7-4388-baec-2e87135dc908",
        "Cognitive Services User"
    )]
    // References in settings.
    [InlineData("Microsoft.KeyVault/vaults", "4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User")]
    // Traces, logs and metrics, with local authentication off.
    [InlineData(
        "Microsoft.Insights/components",
        "3913510d-42f4-4e42-8a64-420c390055eb",
        "Monitoring Metrics Publisher"
    )]
    public async Task A_role_is_given_on_its_resource(string on, string role, string name)
    {
        var template = await bicep.DevAsync();

        Given(template).ShouldContain((on, role), name);
    }

    [Fact]
    public async Task No_other_role_is_given()
    {
        var template = await bicep.DevAsync();

        Given(template).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Documents_are_read_and_written_by_the_data_role_of_cosmos_itself()
    {
        var template = await bicep.DevAsync();

        var given = template.One("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments");

        var account = template.One("Microsoft.DocumentDB/databaseAccounts").Id;
        given
            .Property("roleDefinitionId")
            .GetString()
            .ShouldBe($"{account}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002");
        given.Property("scope").GetString().ShouldBe(account);
    }

    [Fact]
    public async Task Every_role_goes_to_the_identity_that_the_app_has()
    {
        var template = await bicep.DevAsync();

        var identity = template.One("Microsoft.ManagedIdentity/userAssignedIdentities").Id;

        template
            .Resources.Where(resource => resource.Type.EndsWith("oleAssignments", StringComparison.Ordinal))
            .ShouldAllBe(given => given.Property("principalId").GetString()!.Contains($"'{identity}'"));
        template
            .One("Microsoft.Web/sites")
            .Json.GetProperty("identity")
            .GetProperty("userAssignedIdentities")
            .EnumerateObject()
            .ShouldHaveSingleItem()
            .Name.ShouldBe(identity);
    }

    [Fact]
    public async Task Keys_and_passwords_open_nothing()
    {
        foreach (var template in new[] { await bicep.DevAsync(), await bicep.ProdAsync() })
        {
            template
                .One("Microsoft.CognitiveServices/accounts")
                .Property("disableLocalAuth")
                .GetBoolean()
                .ShouldBeTrue();
            template.One("Microsoft.Insights/components").Property("DisableLocalAuth").GetBoolean().ShouldBeTrue();
            template.One("Microsoft.KeyVault/vaults").Property("enableRbacAuthorization").GetBoolean().ShouldBeTrue();
            template
                .Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                .Select(door => (door.OwnName, door.Property("allow").GetBoolean()))
                .ShouldBe([("ftp", false), ("scm", false)]);
        }
    }

    private static List<(string On, string Role)> Given(Template template) =>
        [
            .. template
                .Of("Microsoft.Authorization/roleAssignments")
                .Select(given =>
                    (
                        string.Join('/', given.Id.Split("/providers/")[^2].Split('/')[..2]),
                        given.Property("roleDefinitionId").GetString()!.Split('/')[^1]
                    )
                ),
        ];
}
