// Tone of posts. The custom subdomain is what lets an identity sign in; keys are off.
@description('Where the account is placed.')
param location string

@description('Globally unique: it is the subdomain too.')
@minLength(2)
@maxLength(24)
param name string

@description('F0 is free up to 5,000 text records a month; a subscription has one per region.')
@allowed(['F0', 'S'])
param sku string

@description('Tags of every resource.')
param tags { *: string }

resource account 'Microsoft.CognitiveServices/accounts@2026-07-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: { name: sku }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

@description('Resource id.')
output id string = account.id

@description('Where texts are sent.')
output endpoint string = account.properties.endpoint
