// Who is told.
@description('Name of the group.')
param name string

@description('Mail addresses of the operators.')
param addresses string[]

@description('Tags of every resource.')
param tags { *: string }

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'advocacy'
    emailReceivers: map(addresses, address => {
      name: address
      emailAddress: address
      useCommonAlertSchema: true
    })
  }
}

@description('Resource id.')
output id string = group.id
