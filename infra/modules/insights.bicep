// Traces, logs and metrics of the app; it signs in with its identity.
@description('Where it is placed.')
param location string

@description('Name.')
param name string

@description('The Log Analytics workspace that keeps the data.')
param workspaceId string

@description('Tags of every resource.')
param tags { *: string }

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspaceId
    DisableLocalAuth: true
    // Addresses of those who open a page are nobody's business.
    DisableIpMasking: false
  }
}

@description('Resource id.')
output id string = component.id

@description('Names the component; without a role it lets nobody write.')
output connectionString string = component.properties.ConnectionString
