// Compiled in the deploy build only: see functions/StandIns/README.md.
#pragma warning disable IDE0005 // Which of these namespaces holds an extension method has moved between the packages' versions.
using Advocacy;
using Advocacy.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
builder.Services.AddAdvocacyTelemetry(builder.Configuration);
builder.Services.AddAdvocacy(builder.Configuration);
builder.Build().Run();
