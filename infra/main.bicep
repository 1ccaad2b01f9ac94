// Everything that an installation needs, in one resource group. Values that differ between installations are parameters; the
// parameter files hold nothing else.
targetScope = 'subscription'

@description('Name of the installation: part of every resource\'s name.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Region.')
param location string

@description('Where employees reach the pages, for example https://share.example.com. Empty: the host name that Azure gives.')
param siteUrl string

@description('Mail addresses of those who are told when something goes wrong.')
param operators string[]

@description('Client id of the app registration that the comms team signs in with. Empty: nobody can sign in, and the comms pages stay shut.')
param commsClientId string

@description('Who carries the mail.')
@allowed(['SendGrid', 'Smtp'])
param mail string

@description('SendGrid only: whether mail is handled in the EU.')
param sendGridInEurope bool

@description('SendGrid only. Empty: what is in the vault stays. Never in a parameter file: see the README.')
@secure()
param sendGridApiKey string

@description('Smtp only: the server.')
param smtpHost string

@description('Smtp only: its port.')
@minValue(1)
@maxValue(65535)
param smtpPort int

@description('Smtp only: whom we sign in as; empty for a server that knows us by our address.')
param smtpUser string

@description('Smtp only. Empty: what is in the vault stays. Never in a parameter file: see the README.')
@secure()
param smtpPassword string

@description('Who reads the tone of posts.')
@allowed(['Lexicon', 'Language', 'LanguageThenLexicon'])
param tone string

@description('Price tier of the Language account.')
@allowed(['F0', 'S'])
param languageSku string

@description('Names of the link-signing keys, newest first: the first signs, all are accepted. A name that is new draws a new key.')
@minLength(1)
param linkKeys string[]

@description('Verification keys of SendGrid\'s signed event webhook, newest first: two while they change, none to leave /mail-events shut. Public keys, no secrets.')
param mailEventKeys string[]

@description('Names of the vault\'s secrets that sign conversion reports, one for each system that reports, two while one changes; none to leave /api/conversions shut. You put them there: see the README.')
param conversionKeys string[]

@description('Smtp only: the IMAP server of the mailbox that returned mails come to; empty for none. Its password is the vault\'s secret bounce-password.')
param bounceHost string

@description('Smtp only: whom we sign in to that mailbox as.')
param bounceUser string

@description('Smtp only: that mailbox\'s address; empty where mails return to the sender.')
param bounceAddress string

@description('Redundancy of the storage account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageRedundancy string

@description('How Cosmos DB is paid for. Cannot be changed from one to the other afterwards.')
@allowed(['Serverless', 'Autoscale'])
param cosmosCapacity string

@description('Autoscale only: the most RU a second.')
@minValue(1000)
param cosmosMaximum int

@description('How far back Cosmos DB can be restored.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param cosmosBackup string

@description('Whether Cosmos DB has its replicas in three zones.')
param zoneRedundant bool

@description('The most instances of the app.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Memory of an instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Instances that always wait for a page to be opened.')
@minValue(0)
param alwaysReady int

@description('Share of the app\'s own traces that is kept, 0 to 1, as text. Logs and metrics are always whole.')
param traceRatio string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int

@description('Days in which something deleted can be brought back.')
@minValue(7)
@maxValue(90)
param softDeleteDays int

@description('Whether what cannot be made again is protected: locks, and a vault that nobody can purge.')
param protect bool

@description('A month\'s money, in the currency of the subscription.')
@minValue(1)
param budget int

@description('Percent of an hour\'s digests that may fail or wait before somebody is told.')
param digestTroublePercent int

@description('Requests in a quarter of an hour that Cosmos DB may turn away before somebody is told.')
param cosmosThrottled int

@description('Tags of every resource. azd finds the installation by the first.')
var tags = { 'azd-env-name': environmentName, app: 'advocacy' }

@description('Makes names unique over all of Azure.')
var token = uniqueString(subscription().id, environmentName, location)

@description('The queues; the code has the same list.')
var queueNames = [
  'content'
  'tone'
  'digests'
  'engagement'
  'joins'
  'invitations'
  'fresh-links'
  'mail-events'
  'answers'
]

@description('Names of the resources.')
var names = {
  group: 'rg-advocacy-${environmentName}'
  identity: 'id-advocacy-${environmentName}'
  storage: 'advocacy${token}'
  cosmos: 'cosmos-${token}'
  language: 'lang-${token}'
  vault: 'kv-${token}'
  logs: 'log-advocacy-${environmentName}'
  insights: 'appi-advocacy-${environmentName}'
  plan: 'plan-advocacy-${environmentName}'
  app: 'func-${token}'
  people: 'ag-advocacy-${environmentName}'
  alerts: 'advocacy-${environmentName}'
  budget: 'advocacy-${environmentName}'
}

@description('Name of the database.')
var databaseName = 'advocacy'

@description('Names of the secrets.')
var secretNames = { pseudonymKey: 'pseudonym-key', sendGrid: 'sendgrid-api-key', smtp: 'smtp-password' }

@description('Where employees reach the pages.')
var baseUrl = empty(siteUrl) ? 'https://${names.app}.azurewebsites.net' : siteUrl

@description('A setting that the platform fills from the vault.')
var fromVault = '@Microsoft.KeyVault(VaultName=${names.vault};SecretName={0})'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.group
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { location: location, name: names.identity, tags: tags }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    location: location
    name: names.storage
    redundancy: storageRedundancy
    queueNames: queueNames
    longMessageContainer: 'long-messages'
    deploymentContainer: 'app-package'
    longMessageDays: 90
    softDeleteDays: softDeleteDays
    tags: tags
  }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    location: location
    name: names.cosmos
    databaseName: databaseName
    capacity: cosmosCapacity
    autoscaleMaximum: cosmosMaximum
    backup: cosmosBackup
    zoneRedundant: zoneRedundant
    locked: protect
    tags: tags
  }
}

module language 'modules/language.bicep' = {
  scope: group
  params: { location: location, name: names.language, sku: languageSku, tags: tags }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    location: location
    name: names.vault
    softDeleteDays: softDeleteDays
    purgeProtection: protect
    locked: protect
    tags: tags
  }
}

module keys 'modules/key.bicep' = [
  for key in union(linkKeys, [secretNames.pseudonymKey]): {
    scope: group
    params: { vaultName: names.vault, name: key }
    dependsOn: [vault]
  }
]

module mailSecret 'modules/secret.bicep' = {
  scope: group
  params: {
    vaultName: names.vault
    name: mail == 'SendGrid' ? secretNames.sendGrid : secretNames.smtp
    value: mail == 'SendGrid' ? sendGridApiKey : smtpPassword
  }
  dependsOn: [vault]
}

module logs 'modules/logs.bicep' = {
  scope: group
  params: { location: location, name: names.logs, retentionDays: logDays, tags: tags }
}

module insights 'modules/insights.bicep' = {
  scope: group
  params: { location: location, name: names.insights, workspaceId: logs.outputs.id, tags: tags }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    identityName: names.identity
    storageName: names.storage
    cosmosName: names.cosmos
    languageName: names.language
    vaultName: names.vault
    insightsName: names.insights
  }
  dependsOn: [storage, cosmos, language, vault, insights]
}

module plan 'modules/plan.bicep' = {
  scope: group
  params: { location: location, name: names.plan, tags: tags }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    location: location
    name: names.app
    planId: plan.outputs.id
    identityId: identity.outputs.id
    packageUri: storage.outputs.packageUri
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
    alwaysReady: alwaysReady
    settings: union(
      {
        Advocacy__Adapters__Store: 'Cosmos'
        Advocacy__Adapters__Queue: 'Storage'
        Advocacy__Adapters__Tone: tone
        Advocacy__Adapters__Mail: mail
        Advocacy__Site__BaseUrl: baseUrl
        // Azure's own front end. A company that puts a front door before it makes it 2: see the README.
        Advocacy__Site__TrustedProxies: '1'
        Advocacy__Cosmos__Endpoint: cosmos.outputs.endpoint
        Advocacy__Cosmos__Database: databaseName
        Advocacy__Language__Endpoint: language.outputs.endpoint
        Advocacy__Secrets__PseudonymKey: format(fromVault, secretNames.pseudonymKey)
        Advocacy__Telemetry__TraceRatio: traceRatio
        AdvocacyQueues__queueServiceUri: storage.outputs.queueServiceUri
        AdvocacyQueues__blobServiceUri: storage.outputs.blobServiceUri
        AdvocacyQueues__credential: 'managedidentity'
        AdvocacyQueues__clientId: identity.outputs.clientId
        AzureWebJobsStorage__accountName: names.storage
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.outputs.clientId
        AzureWebJobsDisableHomepage: 'true'
        AZURE_CLIENT_ID: identity.outputs.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
        // The host's traces too: whole, so that no failed run is missing.
        OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'
        OTEL_TRACES_SAMPLER_ARG: '1'
      },
      toObject(
        range(0, length(linkKeys)),
        i => 'Advocacy__Secrets__LinkKeys__${i}',
        i => format(fromVault, linkKeys[i])
      ),
      toObject(range(0, length(mailEventKeys)), i => 'Advocacy__MailEvents__PublicKeys__${i}', i => mailEventKeys[i]),
      toObject(
        range(0, length(conversionKeys)),
        i => 'Advocacy__Conversions__Keys__${i}',
        i => format(fromVault, conversionKeys[i])
      ),
      mail == 'SendGrid'
        ? {
            Advocacy__SendGrid__ApiKey: format(fromVault, secretNames.sendGrid)
            Advocacy__SendGrid__EuResidency: string(sendGridInEurope)
          }
        : {
            Advocacy__Smtp__Host: smtpHost
            Advocacy__Smtp__Port: string(smtpPort)
          },
      mail == 'Smtp' && !empty(smtpUser)
        ? {
            Advocacy__Smtp__User: smtpUser
            Advocacy__Smtp__Password: format(fromVault, secretNames.smtp)
          }
        : {},
      mail == 'Smtp' && !empty(bounceHost)
        ? {
            Advocacy__Bounces__Host: bounceHost
            Advocacy__Bounces__User: bounceUser
            Advocacy__Bounces__Password: format(fromVault, 'bounce-password')
          }
        : {},
      mail == 'Smtp' && !empty(bounceAddress) ? { Advocacy__Smtp__BounceAddress: bounceAddress } : {},
      empty(commsClientId) ? {} : { OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.outputs.clientId }
    )
    tags: tags
  }
  // Without its roles and secrets the app would start into refusals.
  dependsOn: [roles, keys, mailSecret]
}

module signIn 'modules/signin.bicep' = if (!empty(commsClientId)) {
  scope: group
  params: {
    appName: names.app
    clientId: commsClientId
    identitySetting: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
  }
  dependsOn: [app]
}

module people 'modules/people.bicep' = {
  scope: group
  params: { name: names.people, addresses: operators, tags: tags }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    prefix: names.alerts
    workspaceId: logs.outputs.id
    cosmosId: cosmos.outputs.id
    peopleId: people.outputs.id
    digestTroublePercent: digestTroublePercent
    cosmosThrottled: cosmosThrottled
    tags: tags
  }
}

module monthlyBudget 'modules/budget.bicep' = {
  scope: group
  params: { name: names.budget, amount: budget, addresses: operators }
}

@description('The resource group, for azd and for the README\'s commands.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The app.')
output ADVOCACY_APP string = names.app

@description('The vault.')
output ADVOCACY_VAULT string = names.vault

@description('The storage account.')
output ADVOCACY_STORAGE string = names.storage

@description('The Cosmos DB account.')
output ADVOCACY_COSMOS string = names.cosmos

@description('Where employees reach the pages.')
output ADVOCACY_SITE string = baseUrl

@description('Object id of the app\'s identity, for the sign-in\'s federated credential.')
output ADVOCACY_PRINCIPAL_ID string = identity.outputs.principalId
